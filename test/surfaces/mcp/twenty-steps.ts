/*
 * What a member of the staff does with an AI client in twenty steps, a person deciding two changes in the console in the
 * middle of it. The same steps for every client and every way to reach the product.
 */
import { expect } from 'vitest';
import type { Seat } from './console-seat.js';
import type { StaffClient } from './staff-client.js';

/** A walk through the steps; what one step learns the next ones use. */
export interface Walk {
  readonly client: StaffClient;
  /** What the client must speak, and what makes this walk's note another than those of other walks. */
  readonly speaks: string;
  readonly mark: string;
  readonly console: Seat;
  /** Somebody in iMIS whose name nobody else has. */
  readonly person: { readonly id: string; readonly name: string };
  readonly imis: {
    notes(memberId: string): Promise<readonly string[]>;
    email(memberId: string): Promise<string | undefined>;
  };
  member: string;
  count: number;
  receipt: string;
  note: string;
  correction: string;
  email: string | undefined;
}

type Step = readonly [says: string, take: (walk: Walk) => Promise<void>];

// What the queue of a running house may need for one change, many times over.
const DONE_WITHIN_MILLIS = 30_000;
const active = { op: 'field', field: 'status', test: { in: ['active'] } };
const newNote = ({ mark }: Walk) => `Called about the conference, ${mark}.`;
const newEmail = ({ mark }: Walk) => `${mark.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@corrected.example`;

/** The id of what was proposed, and the place where a person decides it. */
function proposed(data: Readonly<Record<string, unknown>>): string {
  const [link] = data['links'] as readonly { proposal: string; decideAt: string }[];
  expect(new URL(link?.decideAt ?? '').pathname).toBe(`/proposals/${link?.proposal}`);
  return link?.proposal ?? '';
}

const statusOf = async ({ client }: Walk, proposal: string): Promise<string> => {
  const { data } = await client.call('proposal_status', { proposal });
  return (data['proposal'] as { status?: string } | undefined)?.status ?? '';
};

export const steps: readonly Step[] = [
  [
    'meets the product',
    async ({ client, speaks }) => expect([client.server, client.speaks]).toEqual(['imis-copilot', speaks]),
  ],
  [
    'is shown the tools',
    async ({ client }) =>
      expect(await client.tools()).toEqual(
        expect.arrayContaining(['find_members', 'count_members', 'propose_note', 'proposal_status']),
      ),
  ],
  [
    'is shown what can be opened',
    async ({ client }) => {
      expect(await client.resources()).toContain('imis://fields');
      expect(await client.templates()).toContain('imis://receipt/{id}');
    },
  ],
  [
    'asks for a prompt of the menu',
    async ({ client, person }) => {
      expect(await client.prompts()).toContain('prepare-call');
      expect(await client.prompt('prepare-call', { member: person.name })).toContain(person.name);
    },
  ],
  [
    'finds a member by name and is given a pseudonym',
    async (walk) => {
      const { words, data } = await walk.client.call('find_members', { name: walk.person.name });
      walk.member = /M-[0-9A-Z]{6}/.exec(words)?.[0] ?? '';
      expect(walk.member).not.toBe('');
      expect(JSON.stringify(data)).toContain(walk.member);
      expect(`${words}${JSON.stringify(data)}`).not.toContain(walk.person.name);
    },
  ],
  [
    'counts, with a receipt',
    async (walk) => {
      const { words, data } = await walk.client.call('count_members', { definition: active });
      const [citation] = data['citations'] as readonly { receipt: string; value: number }[];
      walk.count = (data['counts'] as { in: number }).in;
      walk.receipt = citation?.receipt ?? '';
      expect([citation?.value, walk.count > 0]).toEqual([walk.count, true]);
      expect(words).toContain(`${walk.receipt} = ${walk.count} `);
    },
  ],
  [
    'has the same people by chapter',
    async ({ client }) => {
      const { isError, words } = await client.call('group_members', { by: [{ field: 'chapter' }], definition: active });
      expect([isError, words]).toEqual([false, expect.stringContaining('Texas')]);
    },
  ],
  [
    'looks at the profile',
    async ({ client, member, person }) => {
      const { isError, words } = await client.call('member_profile', { member });
      expect([isError, words]).toEqual([false, expect.stringContaining(member)]);
      expect(words).not.toContain(person.name);
    },
  ],
  [
    'looks at the invoices',
    async ({ client, member }) => expect((await client.call('member_invoices', { member })).isError).toBe(false),
  ],
  [
    'opens the receipt, and the number is computed again',
    async ({ client, receipt, count }) => {
      const { data } = await client.call('open_receipt', { receipt });
      expect(data['receipts']).toMatchObject([{ id: receipt, value: count, again: count }]);
    },
  ],
  [
    'reads the receipt by its address',
    async ({ client, receipt }) => expect(await client.read(`imis://receipt/${receipt}`)).toContain(receipt),
  ],
  ['reads what can be asked', async ({ client }) => expect(await client.read('imis://fields')).toContain('- status (')],
  [
    'is offered the member while typing the name',
    async ({ client, member, person }) =>
      expect(await client.complete('imis://member/{id}', person.name)).toEqual([member]),
  ],
  [
    'asks what can be done here',
    async ({ client }) => expect((await client.call('what_can_you_do')).words).toMatch(/note/i),
  ],
  [
    'proposes a note, which is not in iMIS',
    async (walk) => {
      const { data, words } = await walk.client.call('propose_note', { member: walk.member, text: newNote(walk) });
      walk.note = proposed(data);
      expect(words).toContain('Nothing is written until somebody approves it');
      expect(await walk.imis.notes(walk.person.id)).not.toContain(newNote(walk));
    },
  ],
  [
    'is told that it waits',
    async (walk) => {
      expect(await statusOf(walk, walk.note)).toBe('waiting');
      expect(await walk.client.read(`imis://proposal/${walk.note}`)).toContain(walk.note);
    },
  ],
  [
    'a person approves it in the console, and the house carries it out',
    async (walk) => {
      await walk.console.decide(walk.note, 'approve');
      await expect.poll(() => statusOf(walk, walk.note), { timeout: DONE_WITHIN_MILLIS, interval: 100 }).toBe('done');
    },
  ],
  [
    'the note is in iMIS once',
    async (walk) => {
      const notes = await walk.imis.notes(walk.person.id);
      expect(notes.filter((text) => text.includes(newNote(walk)))).toHaveLength(1);
    },
  ],
  [
    'proposes another e-mail address, which is not in iMIS',
    async (walk) => {
      walk.email = await walk.imis.email(walk.person.id);
      const { data } = await walk.client.call('propose_contact_correction', {
        member: walk.member,
        field: 'email',
        value: newEmail(walk),
      });
      walk.correction = proposed(data);
      expect(await walk.imis.email(walk.person.id)).toBe(walk.email);
    },
  ],
  [
    'a person rejects it in the console: so says the status, and iMIS is as it was',
    async (walk) => {
      expect(walk.email).not.toBe(newEmail(walk));
      await walk.console.decide(walk.correction, 'reject');
      expect(await statusOf(walk, walk.correction)).toBe('rejected');
      expect(await walk.imis.email(walk.person.id)).toBe(walk.email);
    },
  ],
];

/** Takes the steps in turn; a failure says at which. */
export async function walked(walk: Walk): Promise<number> {
  let taken = 0;
  for (const [says, take] of steps) {
    await take(walk).catch((error: unknown) => {
      throw new Error(`step ${taken + 1}, ${says}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    });
    taken += 1;
  }
  return taken;
}
