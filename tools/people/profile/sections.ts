/* Every section of a profile, in the order it is told in. */
import * as z from 'zod';
import type { ToolContext } from '../../define.js';
import { activity } from './activity.js';
import { cameTo } from './came-to.js';
import { cases } from './cases.js';
import { contact } from './contact.js';
import { engagement } from './engagement.js';
import { feedback } from './feedback.js';
import { gifts } from './gifts.js';
import { groups } from './groups.js';
import { invoices } from './invoices.js';
import { learning } from './learning.js';
import { lookedAfter } from './looked-after.js';
import { notes } from './notes.js';
import { openProposals } from './open-proposals.js';
import { organization } from './organization.js';
import { paying } from './paying.js';
import type { Give, Section, Subject } from './section.js';
import { terms } from './terms.js';

const all = {
  organization,
  lookedAfter,
  terms,
  activity,
  cameTo,
  invoices,
  groups,
  contact,
  engagement,
  gifts,
  paying,
  learning,
  cases,
  feedback,
  notes,
  proposals: openProposals,
};

type Values = { -readonly [Name in keyof typeof all]: (typeof all)[Name] extends Section<infer Value> ? Value : never };
type Name = keyof Values;
const sections: { readonly [One in Name]: Section<Values[One]> } = all;
const names = Object.keys(sections) as Name[];

export const Sections = z.strictObject({
  organization: organization.shape.optional(),
  lookedAfter: lookedAfter.shape.optional(),
  terms: terms.shape.optional(),
  activity: activity.shape.optional(),
  cameTo: cameTo.shape.optional(),
  invoices: invoices.shape.optional(),
  groups: groups.shape.optional(),
  contact: contact.shape.optional(),
  engagement: engagement.shape.optional(),
  gifts: gifts.shape.optional(),
  paying: paying.shape.optional(),
  learning: learning.shape.optional(),
  cases: cases.shape.optional(),
  feedback: feedback.shape.optional(),
  notes: notes.shape.optional(),
  proposals: openProposals.shape.optional(),
});
export type Sections = z.infer<typeof Sections>;

/** Reads every section the actor may see; a receipt for each number, and in words what the rights keep back. */
export async function readSections(
  subject: Subject,
  context: ToolContext,
): Promise<{ readonly sections: Sections; readonly hidden: string[] }> {
  const { member, readAt } = subject.profile;
  const asOf = context.clock.today();
  const give: Give = (value, unit, population) => context.receipt({ value, unit, asOf, readAt, population });
  const found: Partial<Values> = {};
  const hidden: string[] = [];
  const readOne = async <One extends Name>(name: One): Promise<void> => {
    const section = sections[name];
    const value = await section.read(subject, context);
    hidden.push(...(section.hidden?.(value, context.actor) ?? []));
    if (value === undefined) return;
    found[name] = value;
    await section.receipts?.(value, give, member);
  };
  for (const name of names) await readOne(name);
  return { sections: found, hidden };
}

/** The lines of every section that was read, and in one line what there is none of: silence would leave that open. */
export function sectionWords(read: Sections): string[] {
  const none = names.flatMap((name) => {
    const { absent } = sections[name];
    return absent !== undefined && read[name] !== undefined && wordsOf(name, read).length === 0 ? [absent] : [];
  });
  return [
    ...names.flatMap((name) => [...wordsOf(name, read)]),
    ...(none.length > 0 ? [`Nothing on record: ${none.join(', ')}.`] : []),
  ];
}

function wordsOf<One extends Name>(name: One, read: Partial<Values>): readonly string[] {
  const value = read[name];
  return value === undefined ? [] : sections[name].words(value as Values[One]);
}
