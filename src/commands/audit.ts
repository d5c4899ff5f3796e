import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Command } from '@commander-js/extra-typings';
import { verdictWords } from '../audit/verdict-words.js';
import { ExpectedError } from '../errors.js';
import type { House } from '../main.js';
import { guarded, print } from './output.js';
import { withHouse } from './with-house.js';

interface Options {
  readonly as: string;
  readonly json?: true | undefined;
}

class ExportNotWritten extends ExpectedError {
  readonly kind = 'export_not_written';
  constructor(path: string) {
    super(`${path} cannot be written, or is there already.`, 'Name a new file in a folder this account may write to.');
  }
}

const command = (name: string, about: string) =>
  new Command(name)
    .description(about)
    .requiredOption('--as <user>', 'user name of an administrator')
    .option('--json', 'print one JSON value');

/** `audit`: what happened, as a chain that shows every alteration. */
export const auditCommand = () =>
  new Command('audit')
    .description('what happened, row by row, in a chain that shows when one was altered')
    .addCommand(
      command(
        'verify',
        'read the whole chain and find the first row that was changed, removed, moved or added by hand',
      ).action((options) =>
        asAuditor(options, async (house) => {
          const { verify } = await import('../audit/verify.js');
          const verdict = await verify(house.database);
          print(verdict, options, verdictWords);
          if (!verdict.ok) process.exitCode = 1;
        }),
      ),
    )
    .addCommand(
      command('export', 'one JSON object a row, oldest first; with --json one list')
        .option('--file <path>', 'write there instead of on stdout')
        .action((options) =>
          asAuditor(options, async (house) => {
            const { exportAudit } = await import('../audit/rows.js');
            if (options.file === undefined) await toStdout(exportAudit(house.database), options.json === true);
            else {
              const rows = await toFile(options.file, exportAudit(house.database));
              print({ file: options.file, ...rows }, options, ({ file, rows: count, hash }) =>
                [
                  `${count} rows in ${file}`,
                  ...(hash ? [`Last hash ${hash}: keep it apart from the database.`] : []),
                ].join('\n'),
              );
            }
          }),
        ),
    );

const asAuditor = (options: Options, work: (house: House) => Promise<void>): Promise<void> =>
  guarded(options, () =>
    withHouse(async (house) => {
      const { cliActor } = await import('../main/cli-actor.js');
      const { requirePermission } = await import('../access/require.js');
      requirePermission(await cliActor(house, options.as), 'audit.read');
      await work(house);
    }),
  );

/** Waits where the reader is slower than the database, so that a long audit never stands in memory. */
async function toStdout(lines: AsyncIterable<string>, asList: boolean): Promise<void> {
  const write = async (text: string): Promise<void> => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  let isFirst = true;
  if (asList) await write('[');
  for await (const line of lines) {
    await write(asList ? `${isFirst ? '' : ','}${line.trimEnd()}` : line);
    isFirst = false;
  }
  if (asList) await write(']\n');
}

async function toFile(path: string, lines: AsyncIterable<string>): Promise<{ rows: number; hash?: string }> {
  // Never over another file: an export is kept to be compared with.
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  let rows = 0;
  let last = '';
  await once(file, 'open').catch(() => {
    throw new ExportNotWritten(path);
  });
  for await (const line of lines) {
    if (!file.write(line)) await once(file, 'drain');
    rows += 1;
    last = line;
  }
  file.end();
  await finished(file);
  const { hash } = (last ? JSON.parse(last) : {}) as { hash?: string };
  return { rows, ...(hash && { hash }) };
}
