/* The further sections of a profile in words, and a receipt for each of their numbers. */
import type { Day } from '../../src/domain/day.js';
import type { ToolContext } from '../define.js';
import { figure, listed } from '../saying.js';
import type { Sections } from './profile-sections.js';

export function sectionWords(sections: Sections): string[] {
  const { groups, contact, engagement, cases, notes, money, volunteerHours, credits, courses } = sections;
  return [
    ...(groups.length > 0
      ? [`Groups: ${groups.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ')}.`]
      : []),
    contactWords(contact),
    ...(engagement ? [engagementWords(engagement)] : []),
    ...(money && money.length > 0
      ? [`On record: ${money.map(({ kind, count, amount }) => `${figure(count)} ${kind} (${amount})`).join(', ')}.`]
      : []),
    ...(volunteerHours > 0 ? [`Volunteered ${listed(volunteerHours, 'hour', 'hours')} in all.`] : []),
    ...(credits > 0
      ? [`Earned ${listed(credits, 'course credit', 'course credits')}; latest courses: ${courses.join(', ')}.`]
      : []),
    ...sections.certifications.map(
      ({ program, status, earned, required, expiresOn }) =>
        `Certification: ${program}, ${status}, ${figure(earned)} of ${figure(required)} credits${expiresOn ? `, until ${expiresOn}` : ''}.`,
    ),
    ...caseWords(cases),
    ...noteWords(notes),
    ...sections.proposals.map(({ id, summary }) => `Waits for a decision: ${id}, ${summary}.`),
    ...(sections.hidden.length > 0 ? [`Hidden by your rights: ${sections.hidden.join('; ')}.`] : []),
  ];
}

function contactWords({ recorded, missing, lastBounced, optedOut, optedIn }: Sections['contact']): string {
  return [
    `Contact details recorded: ${recorded.join(', ') || 'none'}${missing.length > 0 ? `; not recorded: ${missing.join(', ')}` : ''}.`,
    ...(lastBounced ? ['The last message came back.'] : []),
    ...(optedOut.length > 0 ? [`Opted out of ${optedOut.join(', ')}.`] : []),
    ...(optedIn.length > 0 ? [`Agreed to ${optedIn.join(', ')}.`] : []),
  ].join(' ');
}

function engagementWords({ score, previous, tier }: NonNullable<Sections['engagement']>): string {
  const trend =
    previous === undefined
      ? ''
      : score === previous
        ? ', as 90 days before'
        : `, ${score > previous ? 'up' : 'down'} from ${previous} 90 days before`;
  return `Engagement: ${score} of 100 within the tier ${tier}${trend}.`;
}

function caseWords({ total, lines }: Sections['cases']): string[] {
  if (total === 0) return [];
  return [
    `${listed(total, 'case', 'cases')}${total > lines.length ? `, the latest ${lines.length}` : ''}:`,
    ...lines.map(({ category, status, openedOn, closedOn, text, resolution }) =>
      [
        `- ${category}, ${status}, opened ${openedOn}${closedOn ? `, closed ${closedOn}` : ''}`,
        text && `“${text}”`,
        resolution && `resolved: “${resolution}”`,
      ]
        .filter(Boolean)
        .join('; '),
    ),
  ];
}

function noteWords({ total, lines }: Sections['notes']): string[] {
  if (total === 0) return [];
  return [
    `${listed(total, 'note', 'notes')}${total > lines.length ? `, the latest ${lines.length}` : ''}:`,
    ...lines.map(({ on, author, text }) => `- ${on}${author ? ` by ${author}` : ''}${text ? `: “${text}”` : ''}`),
  ];
}

/** One receipt for every number of the words above. */
export async function sectionReceipts(
  sections: Sections,
  member: string,
  readAt: string,
  context: ToolContext,
): Promise<void> {
  const asOf: Day = context.clock.today();
  const give = (value: number, unit: string, population: string) =>
    context.receipt({ value, unit, asOf, readAt, population });
  const { engagement, money = [], volunteerHours, credits, certifications, cases, notes } = sections;
  if (engagement) await give(engagement.score, 'engagement score', `of ${member}: ${engagementWords(engagement)}`);
  for (const { kind, count, amount } of money) await give(count, kind, `of ${member}, all on record: ${amount}`);
  if (volunteerHours > 0) await give(volunteerHours, 'volunteer hours', `of ${member}, all on record`);
  if (credits > 0) await give(credits, 'course credits', `of ${member}, all on record`);
  for (const { program, earned, required } of certifications)
    await give(earned, 'credits', `of ${member} towards ${program}, of ${required} required`);
  if (cases.total > 0) await give(cases.total, 'cases', `of ${member}; shown are the latest ${cases.lines.length}`);
  if (notes.total > 0) await give(notes.total, 'notes', `about ${member}; shown are the latest ${notes.lines.length}`);
}
