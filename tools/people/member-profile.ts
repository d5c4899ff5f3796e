import * as z from 'zod';
import { may } from '../../src/access/require.js';
import { toMajor } from '../../src/domain/money.js';
import { memberProfile as profileOf } from '../../src/members/profile.js';
import { defineTool, type ToolContext } from '../define.js';
import { amountWords } from '../money.js';
import { Person, toolInput } from '../parameters.js';
import { listed } from '../saying.js';
import { Line, lineWords } from './line-words.js';
import { onePerson } from './one-person.js';
import { sectionReceipts, sectionWords } from './profile-section-words.js';
import { Sections, sectionsOf } from './profile-sections.js';

const Output = z.strictObject({
  line: Line,
  jobTitle: z.string().optional(),
  joinedOn: z.string().optional(),
  dropsOn: z.string().optional(),
  chapters: z.array(z.string()),
  terms: z.array(
    z.strictObject({
      tier: z.string(),
      beginsOn: z.string(),
      endsOn: z.string(),
      isComp: z.boolean(),
      dues: z.string().optional().describe('In words; for whoever may see invoices.'),
    }),
  ),
  activity: z.strictObject({
    since: z.string(),
    until: z.string(),
    attended: z.number().int(),
    noShows: z.number().int(),
    attendanceUnknown: z.number().int(),
    logins: z.number().int(),
  }),
  invoices: z
    .array(
      z.strictObject({
        currency: z.string(),
        count: z.number().int(),
        /** In whole minor units. */
        balance: z.number().int(),
        overdue: z.number().int(),
        oldestDueOn: z.string().optional(),
      }),
    )
    .optional()
    .describe('Open invoices; left out for an actor who may not see invoices.'),
  more: Sections,
  readAt: z.string(),
});
type Output = z.infer<typeof Output>;

export const memberProfile = defineTool({
  name: 'member_profile',
  title: "Show one member's profile",
  description:
    'Everything on exactly one person or organisation today: status, tier, chapters, committees, join and expiry dates, terms and dues, twelve months of events and logins, engagement, open invoices, purchases, donations, courses, certifications, consents and which contact details are recorded, cases with how they were resolved, notes, proposals that wait. Use it for any question about one member; for the invoices themselves member_invoices, for engagement over time member_engagement, for what is new what_changed.',
  input: toolInput({ member: Person }, { bare: ['Member'] }),
  output: Output,
  effect: 'read',
  permission: 'people.read',
  triggers: [
    'the whole picture on',
    'the whole picture of',
    'whole picture on',
    'the full picture on',
    'the full picture of',
    'full picture on',
    'the big picture on',
    'everything we have on',
    'everything we know about',
    'everything on',
    'all we have on',
    'all we know about',
    'what do we have on',
    'what have we got on',
    'what we have on',
    'what we know about',
    'what do we hold on',
    'what is on file for',
    'what do you have on',
    'what have you got on',
    'give me everything on',
    'give me the rundown on',
    'the rundown on',
    'rundown on',
    'run down on',
    'the lowdown on',
    'lowdown on',
    'background on',
    'a bit of background on',
    'brief on',
    'a brief on',
    'dossier on',
    'the file on',
    'file on',
    'the record of',
    'the record for',
    'record for',
    'look up',
    'find the record of',
    'snapshot of',
    'a snapshot of',
    'call up',
    'where do we stand with',
    'how do we stand with',
    'who exactly is',
    'facts on',
    'the facts on',
    'particulars of',
    'data on',
    'give me details on',
    'until when is',
    'till when is',
    'when was the last time',
    'how long is',
    'contact details of',
    'contact details for',
    'address of',
    'address for',
    'phone of',
    'phone number of',
    'phone number for',
    'email of',
    'email address of',
    'email address for',
    'e-mail of',
    'how do i reach',
    'how can i reach',
    'how can we reach',
    'where can i reach',
    'how do we contact',
    'how do i contact',
    'paid up till when is',
    'profile of',
    '*profile',
    'tell me about',
    'who is',
    '*brief',
    'summary of',
    'details of',
    'details on',
    'record of',
    'show',
    'show me',
    'what do we know about',
    'what do you know about',
    'info on',
    'information on',
    'information about',
    'when does',
    'when did',
    'open',
    'pull up',
    'brief me on',
    'overview of',
    'status of',
    'how is',
    'when will',
    'bring up',
    '*record',
    '*account',
    '*info',
    'information',
    '*detail',
    '+good standing',
    '+whole picture',
    '+full picture',
    '+rundown',
    '+file',
    '+addr',
    '+address',
    '+mailing address',
    '+postal address',
    '+home address',
    '+phone',
    '+phone number',
    '+cell',
    '+mobile',
    '+telephone',
    '+telephone number',
    '+email',
    '+email address',
    '+e-mail',
    '+contact details',
    '+contact info',
    '+contact information',
    '+contact data',
    '+paid up',
    '+paid',
    '+paid up till when',
    '+paid up until when',
    '+paid up til when',
    '+paid through',
    '+paid until',
    '+paid till',
    '+paid through when',
    '+until when',
    '+till when',
    '+til when',
    '+paid up through',
    '+expires when',
    '+expiry',
    '+terms',
    '+term',
    '+term end',
    '+when',
    '+in full',
    '+on file',
    '+joined when',
    '+history',
    '+membership history',
    '+last log in',
    '+last ~log in',
    '+last login',
    '+last logged in',
    '+log in last',
    '+logged in last',
    '+logged in',
    '+logged on',
    '+signed in',
    '+last ~attend anything',
    '+last come to anything',
    '+last came to anything',
    '+last come to an event',
    '+last attend an event',
    '+last ~show up',
    '+last attended',
    '+came to anything',
    '+came to an event',
    '+attended anything',
    '+attended an event',
    '+was active',
    '+last active',
    '+last seen',
    '+in good standing',
    '+last renewed',
    '+first joined',
    '+active',
    '+still active',
    '+current',
    '+still',
    '+*member',
    '+a member',
    '+still a member',
    '+in grace',
    '+lapsed',
    '+~expire',
    '+~end',
    '+~lapse',
    '+~join',
    '+~renew',
    '+due',
    '+up for renewal',
    '+due for renewal',
    '+expiry date',
    '+join date',
    '+renewal date',
    '+expiration date',
    '+drop date',
    '+membership',
    '+membership ~end',
    '+membership ~expire',
    '+membership status',
    '+status',
    '+tier',
    '+what tier',
    '+which tier',
    '+level',
    '+chapter',
    '+what chapter',
    '+which chapter',
    '+employer',
    '+where does',
    '+who does',
    '+work',
    '+~belong to a chapter',
    '+in a chapter',
    '+~live',
    '+where is',
    '+based',
    '+located',
    '+how long has',
    '+been a member',
  ],
  examples: [
    { says: 'show me {member}', arguments: { member: '{member}' } },
    { says: "{member}'s profile", arguments: { member: '{member}' } },
    { says: 'tell me about {member}', arguments: { member: '{member}' } },
  ],
  async run({ member }, context) {
    const { line, memberId } = await onePerson(member, context);
    const { actor, clock, database, settings } = context;
    const profile = await profileOf(database, {
      actor,
      member: line.member,
      today: clock.today(),
      graceDays: settings.association.graceDays,
    });
    const more = await sectionsOf(memberId, context);
    await receiptsFor(profile, line.member, context);
    await sectionReceipts(more, line.member, profile.readAt, context);
    const { jobTitle, joinedOn, dropsOn, chapters, terms, activity, invoices, readAt } = profile;
    return {
      line: { ...line },
      ...(jobTitle && { jobTitle }),
      ...(joinedOn && { joinedOn }),
      ...(dropsOn && { dropsOn }),
      chapters: [...chapters],
      terms: terms.map(({ tier, beginsOn, endsOn, isComp, dues, currency }) => ({
        tier,
        beginsOn,
        endsOn,
        isComp,
        ...(may(actor, 'invoices.read') && !isComp && { dues: amountWords(dues, currency) }),
      })),
      activity: { ...activity },
      ...(invoices && { invoices: invoices.map((one) => ({ ...one })) }),
      more,
      readAt,
    };
  },
  words(profile) {
    const { line, jobTitle, joinedOn, dropsOn, chapters, terms, activity, invoices, more } = profile;
    const took = [
      `attended ${listed(activity.attended, 'event', 'events')}`,
      ...(activity.noShows ? [listed(activity.noShows, 'no-show', 'no-shows')] : []),
      ...(activity.attendanceUnknown
        ? [`${activity.attendanceUnknown} registered where attendance was not taken`]
        : []),
      listed(activity.logins, 'login', 'logins'),
    ];
    return [
      lineWords(line),
      ...(jobTitle ? [`Title: ${jobTitle}.`] : []),
      ...(joinedOn ? [`Joined ${joinedOn}.`] : []),
      ...(line.status === 'grace' && dropsOn ? [`Grace ends ${dropsOn}.`] : []),
      ...(chapters.length > 1 ? [`Chapters: ${chapters.join(', ')}.`] : []),
      ...(terms.length
        ? [
            `Terms, latest first: ${terms.map(({ tier, beginsOn, endsOn, isComp, dues }) => `${tier} ${beginsOn} to ${endsOn}${isComp ? ' (complimentary)' : dues ? ` (${dues})` : ''}`).join('; ')}.`,
          ]
        : []),
      `From ${activity.since} to ${activity.until}: ${took.join(', ')}.`,
      ...(invoices ? [invoiceWords(invoices)] : []),
      ...sectionWords(more),
    ].join('\n');
  },
});

const invoiceWords = (invoices: NonNullable<Output['invoices']>): string =>
  invoices.length === 0
    ? 'No open invoices.'
    : `Open invoices: ${invoices
        .map(
          ({ currency, count, balance, overdue, oldestDueOn }) =>
            `${count} with ${amountOf(balance, currency)} ${currency} open${overdue ? `, ${overdue} overdue, the oldest due ${oldestDueOn ?? 'on a day not recorded'}` : ''}`,
        )
        .join('; ')}.`;

const amountOf = (minor: number, currency: string): number => toMajor({ minor, currency });

/** One receipt for every number of the words. */
async function receiptsFor(
  {
    activity,
    invoices,
    readAt,
    terms,
  }: Pick<Output, 'readAt'> & {
    readonly terms: readonly {
      readonly beginsOn: string;
      readonly dues: number;
      readonly currency: string;
      readonly isComp: boolean;
    }[];
    readonly activity: Output['activity'];
    readonly invoices?: readonly {
      readonly currency: string;
      readonly count: number;
      readonly balance: number;
      readonly overdue: number;
    }[];
  },
  member: string,
  context: ToolContext,
): Promise<void> {
  const asOf = context.clock.today();
  const days = `from ${activity.since} to ${activity.until}`;
  const give = (value: number, unit: string, population: string) =>
    context.receipt({ value, unit, asOf, readAt, population });
  const dues = terms.filter(({ dues: said, isComp }) => !isComp && said > 0);
  if (dues.length > 0 && may(context.actor, 'invoices.read'))
    await give(
      dues.length,
      'terms',
      `of ${member} with dues: ${dues.map((term) => `${term.beginsOn} ${amountWords(term.dues, term.currency)}`).join(', ')}`,
    );
  await give(activity.attended, 'events', `attended by ${member} ${days}`);
  if (activity.noShows) await give(activity.noShows, 'events', `no-shows of ${member} ${days}`);
  if (activity.attendanceUnknown)
    await give(activity.attendanceUnknown, 'events', `registrations of ${member} ${days} without attendance data`);
  await give(activity.logins, 'logins', `of ${member} ${days}`);
  for (const { currency, count, balance, overdue } of invoices ?? []) {
    await give(count, 'invoices', `of ${member}, open, in ${currency}`);
    await give(amountOf(balance, currency), currency, `open balance of ${member}`);
    if (overdue) await give(overdue, 'invoices', `of ${member}, past their due date, in ${currency}`);
  }
}
