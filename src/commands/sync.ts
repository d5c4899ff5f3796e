import { Command } from '@commander-js/extra-typings';
import { parseSettings } from '../settings.js';
import type { EntityReport, Progress, SyncReport } from '../sync/report.js';
import { guarded, print, progressLine } from './output.js';

/** `sync`: reads what changed in iMIS, or with --full everything, and says what came of it. */
export const syncCommand = () =>
  new Command('sync')
    .description('read from iMIS what changed since the last time; usable while start runs')
    .option('--full', 'read everything, and compare every key to find what was deleted')
    .option('--json', 'print one JSON value')
    .action((options) => guarded(options, () => synchronise(options)));

interface Options {
  readonly full?: true | undefined;
  readonly json?: true | undefined;
}

async function synchronise(options: Options): Promise<void> {
  const { compose } = await import('../main.js');
  const house = await compose(parseSettings(process.env));
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  const line = progressLine();
  try {
    const onProgress = showing(line.show);
    const report = await house.reading.run({ full: options.full ?? false, onProgress, signal: stop.signal });
    line.end();
    print(report, options, inWords);
    if (report.entities.some(({ failure }) => failure)) process.exitCode = 1;
  } finally {
    line.end();
    process.off('SIGINT', interrupt);
    await house.close();
  }
}

/** One line: rows read of all that the site has named so far. */
function showing(show: (text: string) => void): (progress: Progress) => void {
  const known = new Map<string, Progress>();
  return (progress) => {
    known.set(progress.entity, progress);
    let [read, total, done] = [0, 0, 0];
    for (const one of known.values()) {
      read += one.read;
      total += one.total ?? one.read;
      if (one.done) done += 1;
    }
    show(`Reading iMIS: ${read} of ${total} rows, ${done} of ${known.size} kinds done (${progress.entity})`);
  };
}

function inWords({ kind, entities, membersDerived, joined, startedAt, finishedAt }: SyncReport): string {
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  const lines = entities.flatMap(entityInWords);
  const by = joined ? ' by another process' : '';
  lines.push('', `${kind === 'full' ? 'Everything' : 'What changed'} was read${by} in ${seconds} s.`);
  lines.push(`Terms were derived again for ${membersDerived} members.`);
  return lines.join('\n');
}

function entityInWords(one: EntityReport): readonly string[] {
  if (one.failure) return [`${name(one)} failed: ${one.failure.message} ${one.failure.next}`];
  const counts = [
    `${one.read} read`,
    ...(['new', 'changed', 'gone', 'rejected'] as const).flatMap((what) =>
      one[what] > 0 ? [`${one[what]} ${what}`] : [],
    ),
  ];
  return [
    `${name(one)} ${counts.join(', ')}`,
    ...one.reasons.map(({ reason, rows }) => `    rejected: ${reason} (${rows})`),
    ...one.remarks.map((remark) => `    ${remark}`),
  ];
}

const name = ({ entity }: EntityReport): string => `${entity.replaceAll('_', ' ')}:`.padEnd(16);
