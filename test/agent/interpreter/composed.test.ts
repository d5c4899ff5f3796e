import { expect, test } from 'vitest';
import type { Definition } from '../../../src/population/definition.js';
import { isImpossible, normal } from '../../../src/population/normal.js';
import { all, event, inField, meaning, members, none, not, read, recorded, status, within } from './reading.js';

/** Sentences put together from phrases whose meaning is known, in varied order and joints. */
type Part = readonly [words: string, meaning: Definition | undefined];

const nothing: Part = ['', undefined];
const before: readonly Part[] = [
  ['student', inField('tier', 'STU')],
  ['corporate', inField('tier', 'COR')],
  ['first year', { op: 'field', field: 'first_year', test: { is: true } }],
  ['active', status('active')],
  nothing,
  nothing,
];
const places: readonly Part[] = [
  ['in Texas', inField('chapter', 'TX')],
  ['in the Ohio chapter', inField('chapter', 'OH')],
  ['in Florida', inField('state', 'FL')],
  ['not in California', not(inField('chapter', 'CA'))],
  ['on the Ethics Committee', inField('committee', 'ETH')],
  nothing,
  nothing,
];
const thisYear = { calendar: 'year', offset: 0 } as const;
const clauses: readonly Part[] = [
  ["haven't logged in in the last 6 months", none('login', { window: { last: 6, unit: 'month' } })],
  ['logged in at least 5 times this year', event('login', { count: ['gte', 5], window: thisYear })],
  ['attended the 2025 annual conference', event('attendance', { where: { event: ['AC25'] } })],
  ["didn't attend the leadership summit", none('attendance', { where: { event: ['LS26'] } })],
  [
    'attended fewer than 2 webinars last year',
    event('attendance', {
      count: ['lt', 2],
      window: { calendar: 'year', offset: -1 },
      where: { eventType: ['webinar'] },
    }),
  ],
  ['never opened an email', none('mail_open')],
  ['clicked an email since January', event('mail_click', { window: { from: '2026-01-01' } })],
  ['registered for the leadership summit', event('registration', { where: { event: ['LS26'] } })],
  ['expire in the next 60 days', within('expires', { next: 60, unit: 'day' })],
  ['joined before 2020', within('joined', { to: '2019-12-31' })],
  ['joined last quarter', within('joined', { calendar: 'quarter', offset: -1 })],
  ['have been members for over 10 years', { op: 'field', field: 'tenure', test: { is: 'gt', value: 10 } }],
  ['have a phone number but no email address', all(recorded('phone', true), recorded('email', false))],
  ["aren't fellows", not(inField('tier', 'FEL'))],
];
const endings: readonly Part[] = [
  ['except students', not(inField('tier', 'STU'))],
  [', excluding those in Ohio', not(inField('chapter', 'OH'))],
  ['but not retired members', not(inField('tier', 'RET'))],
  nothing,
  nothing,
];
const openings: readonly Part[] = [['list', undefined], ['show me all', undefined], ['which', undefined], nothing];

/** The same sentences on every run. */
function chance(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
  return { below, pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item };
}

const factOf = (part: Part): string => {
  const definition = part[1];
  return definition?.op === 'field' ? definition.field : definition?.op === 'event' ? definition.kind : part[0];
};

interface Composed {
  readonly sentence: string;
  readonly expected: string;
}

function compose(seed: number): Composed | undefined {
  const { below, pick } = chance(seed);
  const chosen = [pick(clauses), pick(clauses), pick(clauses)].slice(0, 1 + below(3));
  const said = chosen.filter((part, at) => chosen.findIndex((one) => factOf(one) === factOf(part)) === at);
  const [tier, place, ending] = [pick(before), pick(places), pick(endings)];
  const who = said.map(([words]) => words).join(pick([' and ', ' and who ', ', ']));
  const sentence = `${pick(openings)[0]} ${tier[0]} members ${place[0]} who ${who} ${ending[0]}`
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .trim();
  const parts = [tier, place, ...said, ending].flatMap(([, definition]) => definition ?? []);
  const people = tier[1] && tier[0] === 'active' ? all(...parts) : all(members, ...parts);
  // "Students except students", "in Texas, not in California": nobody composes these and means them.
  const fields = parts.flatMap((part) => JSON.stringify(part).match(/"field":"(tier|chapter|state)"/g) ?? []);
  const isOdd =
    new Set(fields).size < fields.length ||
    (place[1] && /chapter|state/.test(JSON.stringify(place)) && /chapter/.test(JSON.stringify(ending)));
  return isOdd || isImpossible(normal(people))
    ? undefined
    : { sentence, expected: meaning('find_members', { definition: people }) };
}

test('of composed sentences none is read wrongly, and nine in ten are read without a question', () => {
  const wrong: string[] = [];
  const asked: string[] = [];
  let exact = 0;
  for (let seed = 1; exact + asked.length + wrong.length < 60; seed++) {
    const composed = compose(seed * 7919);
    if (!composed) continue;
    const reading = read(composed.sentence);
    if (reading.status !== 'call') asked.push(`${composed.sentence}: ${reading.text}`);
    else if (meaning(reading.tool, reading.arguments) === composed.expected) exact++;
    else wrong.push(`${composed.sentence}\n  ${meaning(reading.tool, reading.arguments)}\n  ${composed.expected}`);
  }
  expect(wrong).toEqual([]);
  expect(exact).toBeGreaterThanOrEqual(54);
}, 60_000);
