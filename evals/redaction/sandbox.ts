/*
 * The sandbox's own texts, whose personal details are known: read by sync into a store of this run, and redacted as at
 * intake, with the directory, the words of the association and the record of who wrote.
 */
import { shiftedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { createReader } from '../../src/imis/read.js';
import { redactTexts } from '../../src/privacy/intake.js';
import { redact } from '../../src/privacy/redact/redact.js';
import { storedContext } from '../../src/privacy/redact/stored-context.js';
import { startSandbox } from '../../src/sandbox/start.js';
import { trueTexts } from '../../src/sandbox/truth.js';
import type { Database } from '../../src/store/database.js';
import { openMemory } from '../../src/store/embedded-memory.js';
import { migrate } from '../../src/store/migrate.js';
import { createSync } from '../../src/sync/sync.js';
import { grade, type RedactionGrade } from './grade.js';

// About five texts a member: enough for a thousand details.
const MEMBERS = 300;
const TIME_ZONE = 'America/Chicago';
const STATEMENT_MILLIS = 60_000;

export type TextGrade = RedactionGrade & { readonly text: string };

export interface SandboxGrades {
  readonly grades: readonly TextGrade[];
  /** Of the whole intake: directory, redaction and writing. */
  readonly millisPerText: number;
}

export async function gradeSandbox(
  seed: number,
  asOf: string,
  onProgress: (words: string) => void,
): Promise<SandboxGrades> {
  const today = day(asOf);
  const clock = shiftedClock(today, TIME_ZONE);
  const database = await openMemory({ statementMillis: STATEMENT_MILLIS });
  const sandbox = await startSandbox({ members: MEMBERS, seed, clock });
  try {
    await migrate(database);
    await sandbox.ready();
    const imis = createReader({
      url: sandbox.url,
      credentials: sandbox.accounts.read,
      currency: 'USD',
      timeoutMillis: STATEMENT_MILLIS,
      retry: { repeats: 3, firstMillis: 20, longestMillis: 500 },
    });
    const association = { timeZone: TIME_ZONE, currency: 'USD' };
    await createSync({ imis, database, clock, association }).run({
      onProgress: ({ entity }) => onProgress(`Reading ${entity.replaceAll('_', ' ')}`),
    });
    const began = performance.now();
    const { redacted } = await redactTexts({ database, clock });
    const millisPerText = (performance.now() - began) / Math.max(redacted, 1);
    return { grades: await gradesOf(database, seed, today, onProgress), millisPerText };
  } finally {
    await sandbox.close();
    await database.close();
  }
}

async function gradesOf(
  database: Database,
  seed: number,
  today: ReturnType<typeof day>,
  onProgress: (words: string) => void,
): Promise<readonly TextGrade[]> {
  onProgress('Redacting the texts of the sandbox');
  const contextOf = await storedContext(database);
  const grades: TextGrade[] = [];
  for (const { memberId, text, spans } of trueTexts(seed, MEMBERS, today))
    if (text !== '')
      grades.push({ text, ...grade({ text, spans: [...spans] }, redact(text, await contextOf(memberId))) });
  return grades;
}
