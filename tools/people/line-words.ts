/* A member in one line, as every list and choice says it. */
import * as z from 'zod';
import type { MemberLine } from '../../src/members/line.js';

export const Line = z.strictObject({
  member: z.string(),
  kind: z.enum(['person', 'organization']),
  status: z.string(),
  tier: z.string().optional(),
  chapter: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  employer: z.string().optional(),
  expiresOn: z.string().optional(),
});

export const lineOf = (line: MemberLine): z.infer<typeof Line> => ({ ...line });

export const statusWords: Readonly<Record<string, string>> = { grace: 'in grace', prospect: 'never a member' };

/** "M-7F3KQ2: active, Professional, Texas Chapter, Austin TX, until 2027-01-31". */
export function lineWords(line: z.infer<typeof Line>): string {
  const place = [line.city, line.state].filter(Boolean).join(' ');
  const facts = [
    line.kind === 'organization' ? 'organisation' : undefined,
    statusWords[line.status] ?? line.status,
    line.tier,
    line.chapter,
    place || undefined,
    line.employer && `at ${line.employer}`,
    line.expiresOn && `until ${line.expiresOn}`,
  ];
  return `${line.member}: ${facts.filter(Boolean).join(', ')}`;
}
