/*
 * The shared words of tool arguments, each defined once. `slot` says to the offline interpreter which kind of phrase
 * fills a parameter; it is left out of the JSON Schema that models read.
 */
import * as z from 'zod';
import {
  Definition,
  GroupKey,
  Measure as MeasureSchema,
  Window as WindowSchema,
} from '../src/population/definition.js';

/** Whole: people of whom others are a share; Share: percentages are asked for; EventMeasure: what events are ordered by; Name: words of a name, where several records are an answer; Member: exactly one record. */
export const slots = [
  'Cond',
  'Whole',
  'Share',
  'Member',
  'Name',
  'Limit',
  'Text',
  'GroupBy',
  'Measure',
  'Statistic',
  'Order',
  'EventMeasure',
  'Win',
  'Day',
  'Staff',
  'Record',
  'ContactField',
  'ContactValue',
] as const;
export type Slot = (typeof slots)[number];

/** What the interpreter must know of a tool beyond its parameters. */
export interface Frame {
  /** Of each list exactly one is given. */
  readonly oneOf?: readonly (readonly string[])[];
  /** Phrases of these slots call for the tool without any trigger: "lapsed members in Texas" is a list. */
  readonly bare?: readonly Slot[];
}

export const PSEUDONYM = /^M-[0-9A-Z]{6}$/;
export const PLACEHOLDER = /^N-[0-9A-Z]{6}$/;
/** Stands for an e-mail address, phone number or address that was typed and is nobody's yet. */
export const CONTACT_VALUE = /^C-[0-9A-Z]{6}$/;

const WHO = 'a pseudonym (M-7F3KQ2) or placeholder (N-4T8WXB) that you were shown, or the words of a name';

export const Person = z
  .string()
  .min(1)
  .max(200)
  .describe(`One person or organisation: ${WHO}.`)
  .meta({ slot: 'Member' });

export const PersonName = z
  .string()
  .min(1)
  .max(200)
  .describe(
    `Whoever bears a name, also several: ${WHO}, an iMIS id or an e-mail address. Give either this or definition.`,
  )
  .meta({ slot: 'Name' });

export const People = Definition.describe(
  'Which people, as a tree. "Members" without a status means status in [active, grace]. Leave out what was not asked.',
).meta({ slot: 'Cond' });

export const Whole = Definition.describe(
  'For a share: the whole ("what percent of fellows are on auto-renew": fellows), in the notation of definition.',
).meta({ slot: 'Whole' });

export const Shares = z.boolean().describe('Each group also as a percentage of the whole.').meta({ slot: 'Share' });

export const MOST_ROWS = 50;
export const Limit = z
  .number()
  .int()
  .min(1)
  .max(MOST_ROWS)
  .describe(`How many to list, at most ${MOST_ROWS}.`)
  .meta({ slot: 'Limit' });

export const Text = z
  .string()
  .trim()
  .min(1)
  .max(4000, 'at most 4,000 characters fit into one entry; shorten it, or divide it into several')
  .describe(
    "The person's own words, unchanged, without the request around them; pseudonyms in them are turned back into names when it is stored.",
  )
  .meta({ slot: 'Text' });

export const GroupBy = z
  .array(GroupKey)
  .min(1)
  .max(2)
  .describe('What to group by: a category such as tier or chapter, or a day with the period to group it by.')
  .meta({ slot: 'GroupBy' });

export const Measure = MeasureSchema.describe(
  'What is measured of each member: a number of the catalogue, an amount of money, how often something happened, or a quantity that is summed.',
).meta({ slot: 'Measure' });

export const Statistic = z
  .enum(['total', 'average', 'per_member', 'median', 'largest', 'smallest'])
  .describe('Which figure. average: of those who have a value; per_member: of all, 0 for who has none ("per head").')
  .meta({ slot: 'Statistic' });

export const Order = z
  .enum(['asc', 'desc'])
  .describe('asc: least or earliest first; desc: most or latest first.')
  .meta({ slot: 'Order' });

export const Window = WindowSchema.describe('A stretch of whole days, both ends included.').meta({ slot: 'Win' });

export const Day = z.iso.date().describe('A day as YYYY-MM-DD.').meta({ slot: 'Day' });

export const Staff = z
  .string()
  .min(1)
  .max(200)
  .describe('One member of the staff: "me" for the person asking, a pseudonym, or the words of a name.')
  .meta({ slot: 'Staff' });

/** Of a proposal (P-...) or a receipt (R-...): said in words, or meant by "that", "how do you know". */
export const RecordId = z
  .string()
  .regex(/^[PR]-[0-9A-Z]{6,}$/i)
  .describe('As it was shown: P-... of a proposal, R-... of a receipt.')
  .meta({ slot: 'Record' });

export const ContactField = z
  .enum(['email', 'phone', 'address'])
  .describe('Which contact detail.')
  .meta({ slot: 'ContactField' });

export const ContactValue = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .describe('The new value as the person gave it, or the stand-in you were shown in its place (C-4T8WXB), unchanged.')
  .meta({ slot: 'ContactValue' });

/** Where a list goes on; no phrase fills it. */
export const Cursor = z
  .string()
  .max(500)
  .describe('Goes on where the page before ended: the cursor that its answer gave, unchanged.');

/** The input of a tool: its parameters, and what the interpreter must know of them together. */
export const toolInput = <Shape extends z.ZodRawShape>(
  shape: Shape,
  frame: Frame = {},
): z.ZodObject<Shape, z.core.$strict> => z.strictObject(shape).meta({ frame });
