/* A reading as a sentence the interpreter itself reads: for choices, and for "is this what you mean?". */

import { day } from '../../domain/day.js';
import { type CalendarWindow, isMemberWindow, resolve } from '../../domain/window.js';
import { sayDay } from '../../language/say-day.js';
import { sayWindow } from '../../language/say-window.js';
import type { Definition, EventWhere, GroupKey, Measure, Window } from '../../population/definition.js';
import { fieldWords } from '../../population/field-words.js';
import { fieldNamed } from '../../population/fields.js';
import { periodName } from '../../population/periods.js';
import { quantityWords } from '../../population/quantity-words.js';
import { say } from '../../population/words.js';
import type { Reading } from './readings.js';
import type { World } from './world.js';

/** Said of a tool rather than its other words. */
const PLAIN_VERBS: ReadonlySet<string> = new Set(['count', 'list', 'profile of', 'invoices of']);

type Call = Pick<Reading, 'tool' | 'arguments'>;

/** "count active members in Texas", "add a note to M-7F3KQ2: called". */
export function sentenceOf(reading: Call, world: World): string {
  const { tool } = reading.tool;
  const ofPeople = [...reading.tool.parameters.values()].includes('Cond');
  // What is listed is said with the people; a list of anything else names it.
  const named = tool.triggers.find((trigger) =>
    trigger === 'list' || trigger.startsWith('list ') ? (trigger === 'list') === ofPeople : PLAIN_VERBS.has(trigger),
  );
  const verb = (named ?? tool.triggers.find((trigger) => !trigger.startsWith('+')) ?? tool.name).replace(/[~*]/g, '');
  const words: string[] = [];
  let ownWords = '';
  let begins = verb;
  const figures = [...reading.tool.parameters].find(([, slot]) => slot === 'Statistic')?.[0];
  for (const [name, slot] of reading.tool.parameters) {
    const value = reading.arguments[name];
    if (value === undefined) continue;
    if (slot === 'Text') ownWords = `: ${value}`;
    else if (slot === 'Statistic') begins = statisticName(value);
    else if (slot === 'Measure' && figures) {
      if (!(figures in reading.arguments)) begins = 'field' in (value as Measure) ? 'average' : 'total';
      words.unshift(`${sayMeasure(value as Measure, world)} of`);
    } else words.push(partOf(slot, value, world));
  }
  return `${begins} ${words.join(' ')}${ownWords}`.replace(/ of$/, '').replace(/\bof (by|per)\b/, '$1');
}

const statisticName = (value: unknown): string => String(value).replace('_', ' ');

function partOf(slot: string, value: unknown, world: World): string {
  switch (slot) {
    case 'Cond':
      return say(value as Definition, perspectiveOf(world), world.vocabulary).text;
    case 'Whole':
      return `out of ${say(value as Definition, perspectiveOf(world), world.vocabulary).text}`;
    case 'Limit':
      return `first ${value}`;
    case 'Share':
      return 'as percentages';
    case 'GroupBy':
      return `by ${(value as readonly GroupKey[]).map(sayKey).join(' and ')}`;
    case 'Measure':
      return `sorted by ${sayMeasure(value as Measure, world)}`;
    case 'Order':
      return value === 'asc' ? 'lowest first' : 'highest first';
    case 'Win':
      return windowWords(value as Window, world);
    default:
      return String(value);
  }
}

/** What was understood, a line each: what is asked for, and of whom. */
export function understoodOf(reading: Call, world: World): string[] {
  const lines = [reading.tool.tool.title.toLowerCase()];
  for (const [name, slot] of reading.tool.parameters) {
    const value = reading.arguments[name];
    if (value === undefined) continue;
    if (slot === 'Cond') lines.push(...say(value as Definition, perspectiveOf(world), world.vocabulary).conditions);
    else if (slot === 'Measure' && 'statistic' in reading.arguments)
      lines.push(`${statisticName(reading.arguments['statistic'])} ${sayMeasure(value as Measure, world)}`);
    else if (slot === 'Limit') lines.push(`the first ${value}`);
    else if (slot !== 'Statistic') lines.push(partOf(slot, value, world));
  }
  return lines;
}

const sayKey = ({ field, by, on }: GroupKey): string => {
  if (on) return `${wordFor(field)} on ${sayDay(day(on))}`;
  if (!by) return wordFor(field);
  const days: Readonly<Record<string, string>> = {
    joined: 'joining',
    expires: 'expiry',
    drops: 'drop',
    lapsed_on: 'lapse',
    renewed_on: 'last renewal',
  };
  return `${periodName(by)} of ${days[field] ?? wordFor(field)}`;
};

/** As the lexicon knows it. */
const wordFor = (field: string): string =>
  fieldWords.find((one) => one.field === field)?.words[0]?.replace(/[~*]/g, '') ?? fieldNamed(field)?.label ?? field;

const moneyNames: Readonly<Record<string, string>> = {
  revenue: 'revenue',
  dues: 'dues paid',
  other_revenue: 'non dues revenue',
  donated: 'donations',
  purchased: 'purchases',
  balance: 'open balance',
  overdue: 'overdue balance',
};
const countNames: Readonly<Record<string, string>> = {
  attendance: 'events attended',
  registration: 'registrations',
  no_show: 'no shows',
  login: 'logins',
  mail_open: 'email opens',
  mail_click: 'email clicks',
  note: 'notes',
  page_view: 'page views',
  download: 'downloads',
  credit: 'course completions',
  volunteer: 'volunteer entries',
  post: 'posts',
  case: 'cases',
  survey: 'survey responses',
  email: 'letters',
  purchase: 'orders',
  donation: 'gifts',
  sponsorship: 'sponsorships',
  committee: 'committee appointments',
  payment: 'payments received',
  renewal: 'membership renewals',
};

/** "dues paid between 1 January 2026 and 31 December 2026". */
export function sayMeasure(measure: Measure, world: World): string {
  if ('field' in measure) return wordFor(measure.field);
  const name =
    'money' in measure
      ? moneyNames[measure.money]
      : 'quantity' in measure
        ? `${quantityWords[measure.quantity].noun}${sayWhere(measure.where, world)}`
        : `${countNames[measure.count]}${sayWhere(measure.where, world)}`;
  return [name, windowWords(measure.window, world)].filter(Boolean).join(' ');
}

function sayWhere(where: EventWhere | undefined, { vocabulary }: World): string {
  if (!where) return '';
  const entries = Object.values(vocabulary).flat() as readonly { readonly id: string; readonly name: string }[];
  const names = Object.values(where)
    .flat()
    .map((id) => entries.find((entry) => entry.id === id)?.name ?? id);
  return ` at ${names.join(' or ')}`;
}

function windowWords(window: Window, { customs }: World): string {
  if (window === 'ever') return '';
  if (isMemberWindow(window)) return sayWindow(window);
  const days = resolve(window as CalendarWindow, customs);
  return sayWindow({ ...(days.from && { from: days.from }), ...(days.to && { to: days.to }) });
}

const perspectiveOf = ({ customs, graceDays }: World) => ({ calendar: customs, graceDays, reach: {} });
