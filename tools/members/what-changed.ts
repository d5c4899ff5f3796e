import * as z from 'zod';
import { may } from '../../src/access/require.js';
import { addDays, type Day, day } from '../../src/domain/day.js';
import { changedFacts, firstKeptDay } from '../../src/members/changed-facts.js';
import { moneyKinds, newRecords, recordKinds } from '../../src/members/new-records.js';
import type { Definition } from '../../src/population/definition.js';
import { count } from '../../src/population/evaluate.js';
import { why } from '../../src/population/explain.js';
import { list } from '../../src/population/list.js';
import { pseudonymsFor } from '../../src/privacy/pseudonyms.js';
import type { Database } from '../../src/store/database.js';
import { defineTool, type ToolContext } from '../define.js';
import { Person, toolInput, Window } from '../parameters.js';
import { type OnePerson, onePerson } from '../people/one-person.js';
import { type View, viewOf } from '../perspective.js';
import { figure } from '../saying.js';
import { between, daysOf } from '../window-days.js';

const MOST_OF_KIND = 5;
const MOST_OF_ONE = 15;
const EARLIEST = day('1900-01-01');

const Output = z.strictObject({
  member: z.string().optional(),
  from: z.string(),
  to: z.string(),
  kinds: z.array(
    z.strictObject({
      said: z.string(),
      count: z.number().int(),
      lines: z.array(z.strictObject({ member: z.string(), on: z.string(), what: z.string() })),
      leftOut: z.number().int(),
    }),
  ),
  notKnown: z.array(z.string()).describe('What cannot be told for these days, and why.'),
  hidden: z.array(z.string()).describe('What the rights of the person asking keep back.'),
  readAt: z.string(),
});

type Output = z.infer<typeof Output>;

export const whatChanged = defineTool({
  name: 'what_changed',
  title: 'What changed in a stretch of days',
  description:
    'What is new since a day or in a window: who joined, renewed, lapsed, changed tier, place, employer or contact details (that they changed, not what they are), new invoices, payments, notes and cases; for everybody in scope or for one member. Without a window: yesterday and today. For how things stand today use member_profile or count_members.',
  input: toolInput({ window: Window.optional(), member: Person.optional() }),
  output: Output,
  effect: 'read',
  permission: 'people.read',
  triggers: [
    'what is changed',
    'what is different',
    'what is different for',
    'what has been changed',
    'what was changed',
    'what got changed',
    'what happened with',
    'what happened to',
    'what has happened with',
    'what has happened to',
    'what has happened for',
    'what is going on with',
    'what has gone on with',
    'what has been going on with',
    'what moved',
    'anything changed',
    'has anything changed',
    'did anything change',
    'did anything happen',
    'has anything happened',
    'any change',
    'any movement',
    'any movement on',
    'any updates',
    'any update',
    'what is the latest',
    'the latest',
    'latest',
    'what is the latest on',
    'the latest on',
    'latest on',
    'what else is new',
    'what is the news',
    'bring me up to date',
    'bring me up to speed',
    'fill me in',
    'catch me up on',
    'what have i missed',
    'history of changes',
    '*change log',
    'what has changed in',
    'what changed in',
    'what changed for',
    'what changed with',
    'what has changed for',
    'what has changed with',
    'changes in',
    'changes with',
    'what changed',
    'what has changed',
    'what is new',
    "what's new",
    "what's changed",
    'what happened',
    'what has happened',
    'anything new',
    'any news',
    'any changes',
    '*change',
    'changes to',
    'changes for',
    'news of',
    'news',
    'new',
    '*update',
    'updates on',
    'what did i miss',
    'catch me up',
    'show',
    'show me',
    '+with',
    '+on',
    '+in',
    '+in the record of',
    '+in the record',
    '+on the record of',
    '+on the record',
    '+in the file of',
    '+on file for',
    '+for the record of',
    '+changed',
    '+for',
    '+about',
    '+to',
  ],
  examples: [
    { says: 'what changed since yesterday', arguments: { window: { last: 2, unit: 'day' } } },
    { says: 'what changed in the last 30 days', arguments: { window: { last: 30, unit: 'day' } } },
    {
      says: 'what changed for {member} this year',
      arguments: { window: { calendar: 'year', offset: 0 }, member: '{member}' },
    },
  ],
  async run({ window, member }, context) {
    const { actor, database, settings } = context;
    const view = await viewOf(context);
    const days = window ? daysOf(window, view) : { from: addDays(view.calendar.today, -1), to: view.calendar.today };
    const one = member === undefined ? undefined : await onePerson(member, context);
    const from = days.from ?? EARLIEST;
    const to = days.to !== undefined && days.to < view.calendar.today ? days.to : view.calendar.today;
    const asked = { from, to, one, limit: one ? MOST_OF_ONE : MOST_OF_KIND };
    const seesMoney = may(actor, 'invoices.read');
    const kinds = [
      ...(await membershipChanges(asked, view, context)),
      ...(await factChanges(asked, context)),
      ...(await additions(asked, seesMoney, context)),
    ].filter(({ count }) => count > 0);
    const first = await firstKeptDay(database, settings.association.timeZone);
    const answer = {
      ...(one && { member: one.line.member }),
      from,
      to,
      kinds: await withPseudonyms(kinds, database),
      notKnown:
        first === undefined || from < first
          ? [
              `changes of tier, place, employer and contact details before ${first ?? 'the first sync'}, when the copilot first read iMIS`,
            ]
          : [],
      hidden: seesMoney ? [] : ['invoices, payments, purchases and donations, which your role does not show'],
      readAt: view.readAt,
    };
    const within = actor.scope.kind === 'everyone' ? '' : ', in the chapters you see';
    for (const { said, count, lines } of answer.kinds)
      await context.receipt({
        value: count,
        unit: said,
        asOf: view.calendar.today,
        readAt: view.readAt,
        population: `${said}${one ? ` of ${one.line.member}` : ''}${between(from, to)}${within}${lines.some(({ what }) => what) ? `: ${lines.map(({ what }) => what).join('; ')}` : ''}`,
      });
    return answer;
  },
  words({ member, from, to, kinds, notKnown, hidden }) {
    const whom = member ? ` for ${member}` : '';
    const days = between(from === EARLIEST ? undefined : from, to);
    return [
      kinds.length === 0 ? `Nothing changed${whom}${days}, as far as is known.` : `What changed${whom}${days}:`,
      ...kinds.flatMap(({ said, count, lines, leftOut }) => [
        `- ${said}: ${figure(count)}${leftOut > 0 ? `; the latest ${lines.length}` : ''}`,
        ...lines.map(
          (line) => `    ${member ? '' : `${line.member} `}on ${line.on}${line.what ? `: ${line.what}` : ''}`,
        ),
      ]),
      ...notKnown.map((what) => `Not known: ${what}.`),
      ...hidden.map((what) => `Hidden by your rights: ${what}.`),
    ].join('\n');
  },
});

interface Asked {
  readonly from: Day;
  readonly to: Day;
  readonly one: OnePerson | undefined;
  readonly limit: number;
}

interface Found {
  readonly said: string;
  readonly count: number;
  readonly lines: readonly { readonly memberId: string; readonly on: string; readonly what: string }[];
}

const ofMembership = [
  ['joined', 'joined'],
  ['renewed', 'renewed_on'],
  ['lapsed (grace ended)', 'lapsed_on'],
  ['term ended', 'expires'],
] as const;

/** Whose membership changed: the same conditions that a count or a list of them would use. */
async function membershipChanges({ from, to, one, limit }: Asked, view: View, context: ToolContext): Promise<Found[]> {
  const { database } = context;
  const explainer = { vocabulary: await context.vocabulary(), naming: () => undefined };
  const found: Found[] = [];
  for (const [said, field] of ofMembership) {
    // A term that ends today still covers today.
    const until = field === 'expires' && to === view.calendar.today ? addDays(to, -1) : to;
    if (until < from) continue;
    const definition: Definition = { op: 'field', field, test: { within: { from, to: until } } };
    if (one) {
      const reason = await why(database, one.memberId, definition, view, explainer);
      if (reason?.verdict === 'in')
        found.push({ said, count: 1, lines: [{ memberId: one.memberId, on: reason.value ?? '', what: '' }] });
      continue;
    }
    const counts = await count(database, definition, view);
    const latest = await list(database, definition, view, { limit, sort: { field, direction: 'desc' } });
    const lines = latest.memberIds.map((memberId, index) => ({
      memberId,
      on: latest.values?.[index] ?? '',
      what: '',
    }));
    found.push({ said, count: counts.in, lines });
  }
  return found;
}

/** That a fact changed, never what a contact detail was or is. */
async function factChanges(
  { from, to, one, limit }: Asked,
  { actor, database, settings }: ToolContext,
): Promise<Found[]> {
  const { timeZone } = settings.association;
  const changes = await changedFacts(database, {
    scope: actor.scope,
    from,
    to,
    timeZone,
    memberId: one?.memberId,
    limit,
  });
  return changes.map(({ fact, count: many, lines }) => ({
    said: `changes of ${fact}`,
    count: many,
    lines: lines.map((line) => ({
      memberId: line.memberId,
      on: line.on,
      what: line.from && line.to ? `${line.from} to ${line.to}` : '',
    })),
  }));
}

async function additions(
  { from, to, one, limit }: Asked,
  seesMoney: boolean,
  { actor, database }: ToolContext,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const kind of recordKinds) {
    if (moneyKinds.has(kind) && !seesMoney) continue;
    const records = await newRecords(database, kind, { scope: actor.scope, from, to, memberId: one?.memberId, limit });
    found.push({ said: kind.startsWith('cases') ? kind : `new ${kind}`, ...records });
  }
  return found;
}

async function withPseudonyms(kinds: readonly Found[], database: Database): Promise<Output['kinds']> {
  const ids = kinds.flatMap(({ lines }) => lines.map(({ memberId }) => memberId));
  const names = await pseudonymsFor(database, [...new Set(ids)]);
  return kinds.map(({ said, count: many, lines }) => ({
    said,
    count: many,
    lines: lines.map(({ memberId, on, what }) => ({ member: names.get(memberId) ?? '', on, what })),
    leftOut: many - lines.length,
  }));
}
