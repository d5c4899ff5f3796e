import * as z from 'zod';
import { HiddenByRights } from '../../src/access/refusals.js';
import type { Definition } from '../../src/population/definition.js';
import { type Reason, why } from '../../src/population/explain.js';
import { fieldNamed } from '../../src/population/fields.js';
import { namingOf } from '../../src/population/naming.js';
import { normal } from '../../src/population/normal.js';
import { partsOf } from '../../src/population/parts.js';
import { hiddenReference, referencesIn } from '../../src/population/references.js';
import type { Vocabulary } from '../../src/population/vocabulary.js';
import { defineTool, type ToolContext } from '../define.js';
import { amountWords, bandWords, moneySight } from '../money.js';
import { People, Person, toolInput } from '../parameters.js';
import { viewOf } from '../perspective.js';
import { describe } from './described.js';
import { onePerson } from './one-person.js';
import { entriesOf } from './value-names.js';

const Condition = z.strictObject({
  text: z.string(),
  verdict: z.enum(['in', 'out', 'unknown']),
  value: z.string().optional().describe('What the record holds.'),
  /** 0 for the whole, 1 for its conditions ... */
  depth: z.number().int(),
});

const Output = z.strictObject({
  member: z.string(),
  definition: z.string(),
  said: z.string(),
  verdict: z.enum(['in', 'out', 'unknown']),
  conditions: z.array(Condition),
  assumptions: z.array(z.string()),
  asOf: z.string(),
});

export const checkMember = defineTool({
  name: 'check_member',
  title: 'Whether and why one member meets a description',
  description:
    'Whether one person or organisation meets a description of people, condition by condition, with what the record holds: "is she an active member in Texas", "why is he not in that list". Needs exactly one member and a description. For everything known of a member use member_profile; for who meets it find_members.',
  input: toolInput({ member: Person, definition: People }),
  output: Output,
  effect: 'read',
  permission: 'people.read',
  triggers: [
    'how come',
    'how is it that',
    'how can it be that',
    'why is it that',
    'what makes',
    'can you check whether',
    'can you check if',
    'verify whether',
    'verify that',
    'verify if',
    'confirm whether',
    'confirm that',
    'confirm if',
    'find out whether',
    'find out if',
    'see whether',
    'see if',
    'any idea whether',
    'do you know whether',
    'do you know if',
    'tell me whether',
    'tell me if',
    'do we know whether',
    'do we know if',
    'am i right that',
    'am i right in thinking',
    'have',
    'had',
    'are',
    'were',
    'would',
    'i thought',
    'i think',
    'check whether',
    'check if',
    'check that',
    'is it true that',
    'does',
    'is',
    'was',
    'has',
    'did',
    'why is',
    'why was',
    'why does',
    'why did',
    'why has',
    "why isn't",
    "why wasn't",
    "why doesn't",
    'is not',
    'whether',
    '+not',
    '+count as',
    '+belong to',
    '+meet',
    '+among',
    '+one of',
    '+one of the',
    '+in the list of',
    '+on the list of',
  ],
  examples: [
    {
      says: 'check whether {member} is an active member',
      arguments: { member: '{member}', definition: { op: 'field', field: 'status', test: { in: ['active'] } } },
    },
    {
      says: 'why is {member} not a lapsed member',
      arguments: {
        member: '{member}',
        definition: { op: 'not', of: { op: 'field', field: 'status', test: { in: ['lapsed'] } } },
      },
    },
  ],
  async run({ member, definition }, context) {
    const { database, clock } = context;
    const { memberId, line } = await onePerson(member, context);
    const view = await viewOf(context);
    const { definition: checked, id, said, vocabulary } = await describe(definition, view, context, 'person');
    const naming = await namingOf(database, checked);
    const reason = await why(database, memberId, checked, view, { vocabulary, naming });
    if (!reason) throw new HiddenByRights();
    const form = normal(checked);
    const conditions = flattened(form, reason, 0, await showing(form, reason, vocabulary, context));
    for (const { text, value } of conditions)
      if (value !== undefined && value.trim() !== '' && Number.isFinite(Number(value)))
        await context.receipt({
          value: Number(value),
          unit: 'on record',
          definition: id,
          asOf: clock.today(),
          readAt: view.readAt,
          population: `of ${line.member}: ${text}`,
        });
    return {
      member: line.member,
      definition: id,
      said: said.single,
      verdict: reason.verdict,
      conditions,
      assumptions: [...said.assumptions],
      asOf: clock.today(),
    };
  },
  words({ member, said, verdict, conditions, assumptions, asOf }) {
    const is = { in: 'Yes', out: 'No', unknown: 'Unknown' }[verdict];
    const found = {
      in: `meets "${said}"`,
      out: `does not meet "${said}"`,
      unknown: `may or may not meet "${said}": something is not recorded`,
    }[verdict];
    return [
      `${is}: ${member} ${found} (as of ${asOf}).`,
      ...(conditions.length > 1 ? conditions.slice(1) : conditions).map(
        ({ text, verdict: held, value, depth }) =>
          `${'  '.repeat(Math.max(0, depth - 1))}- ${text}: ${{ in: 'yes', out: 'no', unknown: 'unknown' }[held]}${value === undefined ? '' : ` (on record: ${value})`}`,
      ),
      ...assumptions.map((note) => `Note: ${note}.`),
    ].join('\n');
  },
});

type Condition = z.infer<typeof Condition>;
type Shown = (leaf: Definition, value: string) => string | undefined;

/** The whole first, each part below what it is a part of; `form` is the tree the reasons were given for. */
function flattened(
  form: Definition,
  { text, verdict, value, parts = [] }: Reason,
  depth: number,
  shown: Shown,
): Condition[] {
  const said = value === undefined ? undefined : shown(form.op === 'not' ? form.of : form, value);
  const of = partsOf(form);
  return [
    { text, verdict, ...(said !== undefined && { value: said }), depth },
    ...parts.flatMap((part, index) => flattened(of[index] ?? form, part, depth + 1, shown)),
  ];
}

/** Of an amount, which is in minor units. */
function currencyOf(leaf: Definition): string | undefined {
  if (leaf.op === 'money') return leaf.currency;
  return leaf.op === 'top' && 'money' in leaf.by ? leaf.by.currency : undefined;
}

/** What a record holds as it may be shown: names of values, pseudonyms of people, money by right. */
async function showing(form: Definition, reason: Reason, vocabulary: Vocabulary, context: ToolContext): Promise<Shown> {
  const sight = moneySight(context.actor, 'one');
  const names = await referencesIn(context.database, context.actor.scope, references(form, reason));
  return (leaf, value) => {
    const currency = currencyOf(leaf);
    if (currency !== undefined) {
      const minor = Number(value);
      if (sight === 'none' || !Number.isFinite(minor)) return undefined;
      return sight === 'bands' ? bandWords(minor, currency) : amountWords(minor, currency);
    }
    if (leaf.op !== 'field') return value;
    const field = fieldNamed(leaf.field);
    if (field?.type === 'reference') return names.get(value) ?? hiddenReference(field);
    return entriesOf(field, vocabulary).find(({ id }) => id === value)?.name ?? value;
  };
}

/** Ids of people and organisations among the values. */
function references(form: Definition, { value, parts = [] }: Reason): string[] {
  const leaf = form.op === 'not' ? form.of : form;
  const isReference = leaf.op === 'field' && fieldNamed(leaf.field)?.type === 'reference';
  const of = partsOf(form);
  return [
    ...(isReference && value !== undefined ? [value] : []),
    ...parts.flatMap((part, index) => references(of[index] ?? form, part)),
  ];
}
