/* The further sections of a profile: groups, contact facts, engagement, cases, notes, contributions, open proposals. */
import * as z from 'zod';
import { may } from '../../src/access/require.js';
import { casesOf, notesOf } from '../../src/members/cases-and-notes.js';
import { contactability } from '../../src/members/consents.js';
import { contributionsOf } from '../../src/members/contributions.js';
import { engagementOf } from '../../src/members/engagement-of.js';
import type { ToolContext } from '../define.js';
import { amountWords, bandWords, moneySight } from '../money.js';

export const Sections = z.strictObject({
  groups: z.array(z.strictObject({ kind: z.string(), name: z.string(), role: z.string().optional() })),
  contact: z.strictObject({
    recorded: z.array(z.string()),
    missing: z.array(z.string()),
    lastBounced: z.boolean(),
    optedOut: z.array(z.string()),
    optedIn: z.array(z.string()),
  }),
  engagement: z
    .strictObject({
      score: z.number().int(),
      previous: z.number().int().optional(),
      tier: z.string(),
      asOf: z.string(),
    })
    .optional(),
  cases: z.strictObject({
    total: z.number().int(),
    lines: z.array(
      z.strictObject({
        category: z.string(),
        status: z.string(),
        openedOn: z.string(),
        closedOn: z.string().optional(),
        text: z.string().optional(),
        resolution: z.string().optional(),
      }),
    ),
  }),
  notes: z.strictObject({
    total: z.number().int(),
    lines: z.array(z.strictObject({ on: z.string(), author: z.string().optional(), text: z.string().optional() })),
  }),
  money: z
    .array(z.strictObject({ kind: z.string(), count: z.number().int(), amount: z.string() }))
    .optional()
    .describe('Amounts or bands in words; left out for whoever sees no money.'),
  volunteerHours: z.number(),
  credits: z.number(),
  courses: z.array(z.string()),
  certifications: z.array(
    z.strictObject({
      program: z.string(),
      status: z.string(),
      earned: z.number(),
      required: z.number(),
      expiresOn: z.string().optional(),
    }),
  ),
  proposals: z.array(z.strictObject({ id: z.string(), summary: z.string() })),
  hidden: z.array(z.string()).describe('What the rights of the person asking keep back.'),
});
export type Sections = z.infer<typeof Sections>;

/** For a member whom the caller has found in scope. */
export async function sectionsOf(memberId: string, context: ToolContext): Promise<Sections> {
  const { actor, clock, database, settings } = context;
  const [readsFeedback, readsNotes, sight] = [
    may(actor, 'feedback.read'),
    may(actor, 'notes.propose'),
    moneySight(actor, 'one'),
  ];
  const engagement = await engagementOf(database, { memberId, today: clock.today(), rule: settings.engagement });
  const cases = await casesOf(database, memberId);
  const notes = await notesOf(database, memberId);
  const { money, certifications, courses, ...sums } = await contributionsOf(database, memberId);
  const { score, previous, tier, asOf } = engagement;
  const contact = await contactability(database, memberId);
  return {
    groups: await groupsOf(memberId, context),
    contact: {
      recorded: [...contact.recorded],
      missing: [...contact.missing],
      lastBounced: contact.lastBounced,
      optedOut: [...contact.optedOut],
      optedIn: [...contact.optedIn],
    },
    ...(score !== undefined &&
      tier && { engagement: { score, ...(previous !== undefined && { previous }), tier, asOf } }),
    cases: {
      total: cases.total,
      lines: cases.lines.map(({ text, resolution, ...line }) => ({
        ...line,
        ...(readsFeedback && text && { text: quotable(text) }),
        ...(readsFeedback && resolution && { resolution: quotable(resolution) }),
      })),
    },
    notes: {
      total: notes.total,
      lines: notes.lines.map(({ text, ...line }) => ({ ...line, ...(readsNotes && text && { text: quotable(text) }) })),
    },
    ...(sight !== 'none' && {
      money: money.map(({ kind, count, amount, currency }) => ({
        kind,
        count,
        amount: sight === 'bands' ? bandWords(amount, currency) : amountWords(amount, currency),
      })),
    }),
    ...sums,
    courses: [...courses],
    certifications: certifications.map((one) => ({ ...one })),
    proposals: await openProposals(memberId, context),
    hidden: [
      ...(may(actor, 'invoices.read') ? [] : ['invoices']),
      ...(sight === 'none' ? ['purchases, donations and sponsorships'] : []),
      ...(readsFeedback || cases.total === 0 ? [] : ['the words of cases']),
      ...(readsNotes || notes.total === 0 ? [] : ['the words of notes']),
    ],
  };
}

// A figure in somebody's words has no receipt, and must not pass for a result.
const quotable = (text: string): string => text.replace(/\d[\d.,:/-]*/g, '[number]').replace(/["“”]/g, "'");

async function groupsOf(memberId: string, { database }: ToolContext): Promise<Sections['groups']> {
  const { rows } = await database.query<{ kind: string; name: string; role: string | null }>(
    `select k.kind, k.name, g.role from imis.group_members g join imis.groups k on k.group_id = g.group_id
     where g.member_id = $1 and g.is_active and k.kind in ('committee', 'sig') order by k.kind, k.name limit 20`,
    [memberId],
  );
  return rows.map(({ role, ...row }) => ({ ...row, ...(role && { role }) }));
}

/** Those that wait and that the actor may see. */
async function openProposals(
  memberId: string,
  { actor, database, proposals }: ToolContext,
): Promise<Sections['proposals']> {
  const about = await database.query<{ proposal_id: string }>(
    `select distinct p.proposal_id from copilot.proposals p join copilot.changes c on c.proposal_id = p.proposal_id
     where c.member_id = $1 and p.status = 'waiting'`,
    [memberId],
  );
  if (about.rows.length === 0) return [];
  const ids = new Set(about.rows.map((row) => row.proposal_id));
  const seen = await proposals.list(actor);
  return seen
    .filter(({ id, status }) => status === 'waiting' && ids.has(id))
    .map(({ id, summary }) => ({ id, summary }));
}
