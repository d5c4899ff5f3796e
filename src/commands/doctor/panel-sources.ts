import { type PanelSource, panelSources } from '../../imis/pack.js';
import type { ImisWriter } from '../../imis/port.js';
import type { createReader } from '../../imis/read.js';
import { columnFaults } from './columns.js';
import { type Finding, fromFailure, good, note, toMend } from './finding.js';

type Reader = ReturnType<typeof createReader>;

/** Every panel source of the pack: there, its columns, and whether the writing account may add rows. */
export const checkPanelSources = async (reader: Reader, writer: ImisWriter | undefined): Promise<Finding[]> =>
  (
    await Promise.all(
      panelSources.map((source) =>
        checkPanelSource(reader, writer, source).catch((error) => [fromFailure('iMIS', error)]),
      ),
    )
  ).flat();

async function checkPanelSource(
  reader: Reader,
  writer: ImisWriter | undefined,
  source: PanelSource,
): Promise<Finding[]> {
  if (!(await reader.canRead(source.name)))
    return [
      toMend(
        'iMIS',
        `The panel source ${source.name} cannot be read.`,
        'Make it as docs/imis-setup/panel-sources.md says, tick "Available via the REST API", and let both accounts read it.',
      ),
    ];
  const stated = await reader.columnsOf(source.name);
  const faults = stated ? columnFaults(source.columns, stated) : [];
  const findings: Finding[] = [];
  if (faults.length > 0)
    findings.push(
      toMend(
        'iMIS',
        `The panel source ${source.name}: ${faults.join('; ')}.`,
        'Correct it after docs/imis-setup/panel-sources.md.',
      ),
    );
  else if (stated) findings.push(good('iMIS', `The panel source ${source.name} has its columns.`));
  else
    findings.push(note('iMIS', `The panel source ${source.name} can be read; this site does not state its columns.`));
  if (writer && !(await writer.canWrite(source.name, 'add')))
    findings.push(
      toMend(
        'iMIS',
        `The writing account may not add rows to ${source.name}.`,
        'Give its role the right to add and update there (Public access on the panel source, or a staff account).',
      ),
    );
  return findings;
}
