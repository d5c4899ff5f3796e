import * as z from 'zod';
import { listed } from '../../saying.js';
import { section } from './section.js';

const Activity = z.strictObject({
  since: z.string(),
  until: z.string(),
  attended: z.number().int(),
  noShows: z.number().int(),
  attendanceUnknown: z.number().int(),
  logins: z.number().int(),
  lastLoginOn: z.string().optional(),
  pages: z.number().int(),
  downloads: z.number().int(),
});
type Activity = z.infer<typeof Activity>;

export const activity = section<Activity>({
  shape: Activity,
  read: async ({ profile }) => ({ ...profile.activity }),
  words: ({ since, until, attended, noShows, attendanceUnknown, logins, lastLoginOn, pages, downloads }) => {
    const took = [
      `attended ${listed(attended, 'event', 'events')}`,
      ...(noShows ? [listed(noShows, 'no-show', 'no-shows')] : []),
      ...(attendanceUnknown ? [`${attendanceUnknown} registered where attendance was not taken`] : []),
      listed(logins, 'login', 'logins'),
      ...(pages ? [`${listed(pages, 'page', 'pages')} viewed`] : []),
      ...(downloads ? [listed(downloads, 'download', 'downloads')] : []),
    ];
    return [
      `From ${since} to ${until}: ${took.join(', ')}. ${lastLoginOn ? `Last login ${lastLoginOn}` : 'No login on record'}.`,
    ];
  },
  async receipts({ since, until, attended, noShows, attendanceUnknown, logins, pages, downloads }, give, member) {
    const days = `from ${since} to ${until}`;
    await give(attended, 'events', `attended by ${member} ${days}`);
    if (noShows) await give(noShows, 'events', `no-shows of ${member} ${days}`);
    if (attendanceUnknown)
      await give(attendanceUnknown, 'events', `registrations of ${member} ${days} without attendance data`);
    await give(logins, 'logins', `of ${member} ${days}`);
    if (pages) await give(pages, 'pages', `viewed by ${member} ${days}`);
    if (downloads) await give(downloads, 'downloads', `by ${member} ${days}`);
  },
});
