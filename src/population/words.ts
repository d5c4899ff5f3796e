/** A definition in plain English with its days, in words the interpreter reads back. */
import { day } from '../domain/day.js';
import { sayQuantity } from '../language/counts.js';
import { sayDay } from '../language/say-day.js';
import { EVERY_PURPOSE } from './contact-rows.js';
import type { Definition } from './definition.js';
import { sayEvent, sayLast, sayLifecycle } from './event-words.js';
import { sayField } from './leaf-words.js';
import { sayFirst, sayMeasure } from './measure-words.js';
import { sayMoneyLeaf } from './money-words.js';
import { normal } from './normal.js';
import { notesOf } from './notes.js';
import type { Perspective } from './perspective.js';
import { saySum } from './quantity-words.js';
import type { Naming, Speaker } from './speaker.js';
import type { Vocabulary } from './vocabulary.js';

export interface Said {
  /** One phrase: "active members in the Texas chapter, and who logged in at least 3 times". */
  readonly text: string;
  /** The same of one member: "active member in the Texas chapter". */
  readonly single: string;
  /** One line a condition. */
  readonly conditions: readonly string[];
  /** What was taken for granted: "active does not include grace". */
  readonly assumptions: readonly string[];
}

export function say(
  definition: Definition,
  perspective: Speaker['perspective'],
  vocabulary: Vocabulary,
  naming: Naming = () => undefined,
): Said {
  const speaker: Speaker = { perspective, vocabulary, naming };
  const form = normal(definition);
  const lots = form.op === 'any' && form.of.some(({ op }) => op === 'all') ? form.of : [form];
  const said = lots.map((lot) => sayLot(lot, speaker));
  const heads = said.map(({ head }) => head);
  return {
    text: said.map(({ text }) => text).join(OR_ELSE),
    single: said.map(({ single }) => single).join(OR_ELSE),
    conditions: said.length > 1 ? said.map(({ text }) => text) : said.flatMap(({ conditions }) => conditions),
    assumptions: [...new Set([...heads.flatMap((head) => headNotes(head, perspective)), ...notesOf(form, speaker)])],
  };
}

/** Between two lots of people: of widest scope, where "or" alone would join the nearest conditions. */
const OR_ELSE = ', or else ';

function sayLot(lot: Definition, speaker: Speaker): Omit<Said, 'assumptions'> & { readonly head: string } {
  if (lot.op === 'top' || lot.op === 'sample') return sayChosen(lot, speaker);
  const parts = lot.op === 'all' ? lot.of : lot.op === 'everyone' ? [] : [lot];
  const { head, rest } = headOf(parts);
  const conditions = rest.map((part) => sayPart(part, speaker));
  const alone = rest.map((part) => sayPart(part, { ...speaker, isOne: true }));
  return {
    text: [head, conditions.join(', and ')].filter(Boolean).join(' '),
    single: [singular[head] ?? head, alone.join(', and ')].filter(Boolean).join(' '),
    conditions: [head, ...conditions],
    head,
  };
}

/** The first or a sample of some people, where nothing else is asked: "the 10 members with the most logins". */
function sayChosen(
  lot: Extract<Definition, { op: 'top' | 'sample' }>,
  speaker: Speaker,
): Omit<Said, 'assumptions'> & { readonly head: string } {
  const inner = sayLot(lot.of, speaker);
  const text = lot.op === 'top' ? `the ${sayTop(lot, inner.text, speaker)}` : `a ${saySample(lot, inner.text)}`;
  return { text, single: text, conditions: [text], head: inner.head };
}

const sayTop = ({ n, by, direction }: Extract<Definition, { op: 'top' }>, among: string, speaker: Speaker): string =>
  `${n} ${among} with the ${sayFirst(by, direction)} ${sayMeasure(by, speaker)}`;

const saySample = ({ size }: Extract<Definition, { op: 'sample' }>, among: string): string =>
  `sample of ${'n' in size ? size.n : `${size.percent}% of`} ${among}`;

/** One condition or group of a definition, as it follows "members". */
export function sayPart(part: Definition, speaker: Speaker): string {
  switch (part.op) {
    case 'all':
      return part.of.map((one) => sayPart(one, speaker)).join(' and ');
    case 'any':
      return `either ${part.of.map((one) => sayPart(one, speaker)).join(' or ')}`;
    case 'not':
      return sayLeaf(part.of, true, speaker);
    default:
      return sayLeaf(part, false, speaker);
  }
}

function sayLeaf(leaf: Definition, isNot: boolean, speaker: Speaker): string {
  const not = isNot ? 'not ' : '';
  switch (leaf.op) {
    case 'field':
      return sayField(leaf, isNot, speaker);
    case 'event':
      return `${not}${sayEvent(leaf, speaker)}`;
    case 'lifecycle':
      return sayLifecycle(leaf, isNot, speaker);
    case 'last':
      return sayLast(leaf, isNot, speaker);
    case 'money':
      return sayMoneyLeaf(leaf, isNot, speaker);
    case 'sum':
      return saySum(leaf, isNot, speaker);
    case 'relation':
      return `${not}${sayRelation(leaf, speaker)}`;
    case 'contactable':
      return sayContactable(leaf, isNot);
    case 'top':
      return `${not}among the ${sayTop(leaf, sayLot(leaf.of, manyOf(speaker)).text, manyOf(speaker))}`;
    case 'sample':
      return `${not}in a ${saySample(leaf, sayLot(leaf.of, manyOf(speaker)).text)}`;
    case 'then':
      return sayThen(leaf, isNot, speaker);
    case 'everyone':
      return isNot ? 'nobody' : 'everyone';
    default:
      return `${not}${sayPart(leaf, speaker)}`;
  }
}

const manyOf = (speaker: Speaker): Speaker => ({ ...speaker, isOne: false });

function sayRelation({ path, quantity, of }: Extract<Definition, { op: 'relation' }>, speaker: Speaker): string {
  const others = sayLot(of, manyOf(speaker)).text;
  if (path === 'employer') return `working for ${quantity === 'none' ? 'none' : 'one'} of the ${others}`;
  if (typeof quantity === 'string') return `with ${quantity} of their people among ${others}`;
  return `with ${sayQuantity(quantity)} people among ${others}`;
}

const channelWords = { email: 'email', sms: 'text message', phone: 'phone', post: 'post' } as const;

function sayContactable({ channel, purpose }: Extract<Definition, { op: 'contactable' }>, isNot: boolean): string {
  const reached = `who ${isNot ? 'cannot' : 'can'} be contacted by ${channelWords[channel]}`;
  return purpose === EVERY_PURPOSE ? reached : `${reached} for ${purpose.replaceAll('_', ' ')}`;
}

/** As of a day: "who were in the Corporate tier on 1 March 2025". */
function sayThen({ field, test, on }: Extract<Definition, { op: 'then' }>, isNot: boolean, speaker: Speaker): string {
  const said = sayField({ op: 'field', field, test }, false, manyOf(speaker)).replace(/^who are /, '');
  return `who ${speaker.isOne ? 'was' : 'were'} ${isNot ? 'not ' : ''}${said} on ${sayDay(day(on))}`;
}

/** The status as part of the noun, where it is a plain one: "members", "active members", "lapsed members". */
function headOf(parts: readonly Definition[]): { head: string; rest: readonly Definition[] } {
  const heads: Readonly<Record<string, string>> = {
    'active,grace': 'members',
    active: 'active members',
    grace: 'members in grace',
    lapsed: 'lapsed members',
    prospect: 'prospects',
    suspended: 'suspended members',
  };
  for (const part of parts) {
    if (part.op !== 'field' || part.field !== 'status' || !('in' in part.test)) continue;
    const head = heads[part.test.in.join(',')];
    if (head) return { head, rest: parts.filter((other) => other !== part) };
  }
  return { head: parts.some(saysStatus) ? 'people' : 'contacts', rest: parts };
}

/** Read back, "people" with a status or the day of a lapse are those, and not members alone. */
const saysStatus = (part: Definition): boolean =>
  part.op === 'field' &&
  ((part.field === 'status' && 'in' in part.test) || (part.field === 'lapsed_on' && 'within' in part.test));

const singular: Readonly<Record<string, string>> = {
  members: 'member',
  'active members': 'active member',
  'members in grace': 'member in grace',
  'lapsed members': 'lapsed member',
  prospects: 'prospect',
  'suspended members': 'suspended member',
  people: 'person',
  contacts: 'contact',
};

function headNotes(head: string, { graceDays }: Pick<Perspective, 'graceDays'>): string[] {
  if (head === 'members') return [`members: active or in grace, for ${graceDays} days after the term ends`];
  if (head === 'active members') return ['active does not include grace'];
  return head === 'contacts' ? ['contacts: everybody on record, whatever their membership'] : [];
}
