/* Which tool is called first for a question, and with which arguments; two ways to write the same arguments are the same. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { day } from '../../src/domain/day.js';
import { type Calendar, type CalendarWindow, resolve } from '../../src/domain/window.js';
import { check } from '../../src/population/check.js';
import { identity } from '../../src/population/normal.js';
import { type Vocabulary, vocabularyOf } from '../../src/population/vocabulary.js';
import { parseSettings } from '../../src/settings.js';
import type { Database } from '../../src/store/database.js';
import { openHouse } from '../house.js';
import type { Suite } from '../suite.js';

const MEMBERS = 1000;

const Case = z.strictObject({
  question: z.string().min(1),
  tool: z.string().min(1),
  arguments: z.record(z.string(), z.unknown()),
});
type Case = z.infer<typeof Case>;
type Given = Readonly<Record<string, unknown>>;
interface Bound {
  readonly member: string;
  readonly organization: string;
}

/** The cases of a JSONL file; throws with the number of the line that does not fit, and where there is none at all. */
export function parseCases(jsonl: string): Case[] {
  const cases = linesOf(jsonl);
  if (cases.length === 0) throw new TypeError('There is no case in the file.');
  return cases;
}

const linesOf = (jsonl: string): Case[] =>
  jsonl.split(/\r?\n/).flatMap((line, at) => {
    if (!line.trim()) return [];
    try {
      return [Case.parse(JSON.parse(line))];
    } catch {
      throw new TypeError(`line ${at + 1}: give {"question", "tool", "arguments"}`);
    }
  });

/**
 * Arguments as what they mean today: a definition as those it selects, a window as its days, the total as the statistic
 * that is meant where none is named. Two ways to write the same are the same; what cannot be read stays as it stands.
 */
export function comparable(given: Given, vocabulary: Vocabulary, calendar: Calendar): unknown {
  const { statistic = 'total', definition, ...rest } = given;
  return onDays(
    {
      ...rest,
      ...('measure' in given && { statistic }),
      ...(definition !== undefined && { definition: meant(definition, vocabulary, calendar) }),
    },
    calendar,
  );
}

function meant(definition: unknown, vocabulary: Vocabulary, calendar: Calendar): unknown {
  try {
    return identity(check(definition, vocabulary), calendar);
  } catch {
    return definition;
  }
}

function onDays(value: unknown, calendar: Calendar): unknown {
  if (Array.isArray(value)) return value.map((one) => onDays(one, calendar));
  if (typeof value !== 'object' || value === null) return value;
  if ('last' in value || 'next' in value || 'calendar' in value) return resolve(value as CalendarWindow, calendar);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, onDays(part, calendar)]));
}

/** Somebody with a name of their own, and an organisation: `{member}` and `{organization}` of a case. */
async function standing(database: Database): Promise<Bound> {
  const found = await database.query<{ kind: string; name: string }>(
    `select distinct on (m.kind) m.kind, i.full_name as name
     from reporting.identities i join reporting.members m using (member_id)
     where m.status = 'active'
       and not exists (select 1 from reporting.identities o
                       where lower(o.full_name) = lower(i.full_name) and o.member_id <> i.member_id)
     order by m.kind, m.member_id`,
  );
  const named = (kind: string): string => found.rows.find((row) => row.kind === kind)?.name ?? '';
  return { member: named('person'), organization: named('organization') };
}

const filledIn = (value: unknown, { member, organization }: Bound): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'string' ? part.replaceAll('{member}', member).replaceAll('{organization}', organization) : part,
    ),
  );

export const toolChoice: Suite = {
  name: 'tools',
  about: 'The tool called first for a question, and its arguments.',
  async run({ casesFile, seed, asOf, onProgress }) {
    const cases = parseCases(await readFile(casesFile ?? join(import.meta.dirname, 'cases.jsonl'), 'utf8'));
    const house = await openHouse({ seed, asOf, members: MEMBERS, onProgress });
    const failures: unknown[] = [];
    let [rightTool, rightArguments] = [0, 0];
    try {
      const actor = await house.actorFor('membership');
      const [bound, vocabulary] = [await standing(house.database), await vocabularyOf(house.database)];
      const calendar: Calendar = { ...parseSettings({}).association, today: day(asOf) };
      const meaning = (of: unknown) => comparable(of as Given, vocabulary, calendar);
      for (const [at, given] of cases.entries()) {
        const { question, tool, arguments: wanted } = Case.parse(filledIn(given, bound));
        onProgress(`${at + 1} of ${cases.length}`);
        const { toolCalls, status, answer } = await house.agent.ask({ text: question, actor });
        const first = toolCalls[0];
        const isTool = first?.tool === tool;
        const isSame = isTool && isDeepStrictEqual(meaning(first.arguments), meaning(wanted));
        if (isTool) rightTool += 1;
        if (isSame) rightArguments += 1;
        else failures.push({ question, expected: { tool, arguments: wanted }, got: first ?? `${status}: ${answer}` });
      }
    } finally {
      await house.close();
    }
    const share = (right: number): number => right / Math.max(cases.length, 1);
    return { cases: cases.length, metrics: { top1: share(rightTool), args: share(rightArguments) }, failures };
  },
};
