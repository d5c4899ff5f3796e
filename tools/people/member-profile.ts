import * as z from 'zod';
import { memberProfile as profileOf } from '../../src/members/profile.js';
import { defineTool } from '../define.js';
import { Person, toolInput } from '../parameters.js';
import { Line, lineWords } from './line-words.js';
import { onePerson } from './one-person.js';
import { readSections, Sections, sectionWords } from './profile/sections.js';
import { profileTriggers } from './profile/triggers.js';

const Output = Sections.extend({
  line: Line,
  jobTitle: z.string().optional(),
  joinedOn: z.string().optional(),
  dropsOn: z.string().optional(),
  chapters: z.array(z.string()),
  hidden: z.array(z.string()).describe('What the rights of the person asking keep back.'),
  readAt: z.string(),
});

export const memberProfile = defineTool({
  name: 'member_profile',
  title: "Show one member's profile",
  description:
    'Everything on exactly one person or organisation today: status, tier, chapters, committees, terms and dues, automatic renewal and payment plans, a year of activity, engagement, open invoices, purchases, donations, courses, certifications, consents, recorded contact details, cases and their resolution, latest posts, survey answers and letters, notes, waiting proposals. Use it for any question about one member; for the invoices themselves member_invoices, for engagement over time member_engagement, for what is new what_changed.',
  input: toolInput({ member: Person }, { bare: ['Member'] }),
  output: Output,
  effect: 'read',
  permission: 'people.read',
  triggers: profileTriggers,
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
    const { sections, hidden } = await readSections({ memberId, profile }, context);
    const { jobTitle, joinedOn, dropsOn, chapters, readAt } = profile;
    return {
      line: { ...line },
      ...(jobTitle && { jobTitle }),
      ...(joinedOn && { joinedOn }),
      ...(dropsOn && { dropsOn }),
      chapters: [...chapters],
      ...sections,
      hidden,
      readAt,
    };
  },
  words({ line, jobTitle, joinedOn, dropsOn, chapters, hidden, ...sections }) {
    return [
      lineWords(line),
      ...(jobTitle ? [`Title: ${jobTitle}.`] : []),
      ...(joinedOn ? [`Joined ${joinedOn}.`] : []),
      ...(line.status === 'grace' && dropsOn ? [`Grace ends ${dropsOn}.`] : []),
      ...(chapters.length > 1 ? [`Chapters: ${chapters.join(', ')}.`] : []),
      ...sectionWords(sections),
      ...(hidden.length > 0 ? [`Hidden by your rights: ${hidden.join('; ')}.`] : []),
    ].join('\n');
  },
});
