import * as z from 'zod';
import { learningOf } from '../../../src/members/contributions.js';
import { figure, listed } from '../../saying.js';
import { section } from './section.js';

const Learning = z.strictObject({
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
});
type Learning = z.infer<typeof Learning>;

/** Volunteer hours, courses and certifications. */
export const learning = section<Learning>({
  shape: Learning,
  absent: 'courses, certifications or volunteering',
  async read({ memberId }, { database }) {
    const { volunteerHours, credits, courses, certifications } = await learningOf(database, memberId);
    return {
      volunteerHours,
      credits,
      courses: [...courses],
      certifications: certifications.map((one) => ({ ...one })),
    };
  },
  words: ({ volunteerHours, credits, courses, certifications }) => [
    ...(volunteerHours > 0 ? [`Volunteered ${listed(volunteerHours, 'hour', 'hours')} in all.`] : []),
    ...(credits > 0
      ? [`Earned ${listed(credits, 'course credit', 'course credits')}; latest courses: ${courses.join(', ')}.`]
      : []),
    ...certifications.map(
      ({ program, status, earned, required, expiresOn }) =>
        `Certification: ${program}, ${status}, ${figure(earned)} of ${figure(required)} credits${expiresOn ? `, until ${expiresOn}` : ''}.`,
    ),
  ],
  async receipts({ volunteerHours, credits, certifications }, give, member) {
    if (volunteerHours > 0) await give(volunteerHours, 'volunteer hours', `of ${member}, all on record`);
    if (credits > 0) await give(credits, 'course credits', `of ${member}, all on record`);
    for (const { program, earned, required } of certifications)
      await give(earned, 'credits', `of ${member} towards ${program}, of ${required} required`);
  },
});
