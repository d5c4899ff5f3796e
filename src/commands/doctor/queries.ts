import { QUERY_PROMPT, queryPath } from '../../imis/contracts/endpoints.js';
import { type IqaDefinition, queries } from '../../imis/pack.js';
import type { createReader } from '../../imis/read.js';
import { columnFaults } from './columns.js';
import { type Finding, fromFailure, good, note, toMend } from './finding.js';

type Reader = ReturnType<typeof createReader>;

/** Every query of the pack: there, open to REST, its columns and prompt, and whether its first rows fit. */
export const checkQueries = async (reader: Reader): Promise<Finding[]> =>
  (
    await Promise.all(queries.map((query) => checkQuery(reader, query).catch((error) => [fromFailure('iMIS', error)])))
  ).flat();

function unreadable({ name, unknownWithout }: IqaDefinition): Finding {
  const found = `The query ${queryPath(name)} cannot be read`;
  const make =
    'Make it as docs/imis-setup/queries.md says, tick "Available via the REST API" on its Security tab, and give the reading account access to it and to its folder.';
  return unknownWithout === undefined
    ? toMend('iMIS', `${found}.`, make)
    : note(
        'iMIS',
        `${found}: the copilot does not know ${unknownWithout}.`,
        `Only if the site has its source: ${make}`,
      );
}

async function checkQuery(reader: Reader, query: IqaDefinition): Promise<Finding[]> {
  const path = queryPath(query.name);
  if (!(await reader.canRead(query.name))) return [unreadable(query)];
  const definition = await reader.queryDefinition(query.name);
  const faults = definition ? columnFaults(query.columns, definition.columns) : [];
  const hasPrompt = definition?.prompts.some((prompt) => prompt.toLowerCase() === QUERY_PROMPT.toLowerCase());
  if (definition && !hasPrompt) faults.push(`the optional prompt ${QUERY_PROMPT} is missing`);
  const { rows } = await reader.queryPage(query.name, { limit: 5 });
  faults.push(...new Set(rows.flatMap((row) => (row.fits ? [] : row.reasons.map((reason) => `in a row, ${reason}`)))));
  if (faults.length > 0)
    return [toMend('iMIS', `The query ${path}: ${faults.join('; ')}.`, 'Correct it after docs/imis-setup/queries.md.')];
  if (!definition && rows.length === 0)
    return [note('iMIS', `The query ${path} has no rows and its definition cannot be looked up: columns not checked.`)];
  return [good('iMIS', `The query ${path} has its columns${definition ? ' and its prompt' : ''}.`)];
}
