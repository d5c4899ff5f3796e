/** Staff, members, a fake iMIS and the parts of approvals around one database. */
import { actorById } from '../../src/access/actors.js';
import { approve, type Decided, reject } from '../../src/approvals/decide.js';
import { execute } from '../../src/approvals/execute.js';
import { LEASE_MILLIS } from '../../src/approvals/lease.js';
import { ownKinds } from '../../src/approvals/own-kinds.js';
import type { ApprovalParts, ExecutorParts, Touched } from '../../src/approvals/parts.js';
import type { ChangeKind, Phase, ProposalCard, Risk } from '../../src/approvals/port.js';
import { propose } from '../../src/approvals/propose.js';
import { ticket } from '../../src/approvals/ticket.js';
import type { Clock } from '../../src/clock.js';
import { type Day, day } from '../../src/domain/day.js';
import type { Money } from '../../src/domain/money.js';
import { noteDraft, noteKind } from '../../src/members/changes/note.js';
import { noteRemovalKind } from '../../src/members/changes/note-removal.js';
import type { Store } from '../../src/store/store.js';
import { givenChapters, givenPeople } from '../fixtures/people.js';
import { FakeImis } from './fake-imis.js';

export const TODAY: Day = day('2026-11-21');

export class MovableClock implements Clock {
  readonly timeZone = 'UTC';
  #now = Date.parse('2026-11-21T12:00:00Z');
  now = () => new Date(this.#now);
  today = () => TODAY;
  advance(minutes: number): void {
    this.#now += minutes * 60_000;
  }
}

export class Office {
  readonly clock = new MovableClock();
  readonly imis = new FakeImis();
  readonly queued: string[] = [];
  readonly refreshed: Touched[] = [];
  phase: Phase = 'assisted';
  moneyLimit: Money | undefined;
  readonly store: Store;
  readonly kinds: ReadonlyMap<string, ChangeKind>;

  constructor(store: Store, moreKinds: readonly ChangeKind[] = []) {
    this.store = store;
    this.kinds = new Map(
      [noteKind as ChangeKind, noteRemovalKind as ChangeKind, ...ownKinds, ...moreKinds].map((kind) => [
        kind.kind,
        kind,
      ]),
    );
  }

  /** s1 and s2 work in membership, lead leads, tx manages Texas; m1 and m2 are Texans, m3 is not. */
  static async open(store: Store, moreKinds: readonly ChangeKind[] = []): Promise<Office> {
    await givenChapters(store, { tx: 'Texas' });
    const staff = (name: string, role: string) => ({ user: { name, roles: [role] } });
    await givenPeople(store, [
      { id: 's1', name: 'Sara Onemember', ...staff('membership', 'Membership') },
      { id: 's2', name: 'Simon Twomember', ...staff('membership2', 'Membership') },
      { id: 'lead', name: 'Lea Derwent', ...staff('leadership', 'Leadership') },
      { id: 'adm', name: 'Ada Minster', ...staff('administrator', 'Administrator') },
      { id: 'tx', name: 'Tex Chapman', user: { name: 'chapter-tx', roles: ['ChapterManager'], manages: ['tx'] } },
      { id: 'm1', name: 'Mona Larkin', chapters: ['tx'] },
      { id: 'm2', name: 'Milo Ferris', chapters: ['tx'] },
      { id: 'm3', name: 'Mira Quill' },
      ...Array.from({ length: 40 }, (_, index) => ({ id: `b${index}`, name: `Bulk Person${index}` })),
    ]);
    return new Office(store, moreKinds);
  }

  get parts(): ApprovalParts {
    return {
      database: this.store,
      clock: this.clock,
      kinds: this.kinds,
      defaultPhase: this.phase,
      ...(this.moneyLimit && { moneyLimit: this.moneyLimit }),
      queue: {
        enqueue: async (transaction, _task, { proposalId }) => {
          await transaction.query('select 1');
          this.queued.push(proposalId);
        },
      },
    };
  }

  get executor(): ExecutorParts {
    return {
      database: this.store,
      clock: this.clock,
      kinds: this.kinds,
      defaultPhase: this.phase,
      hand: this.imis.hand,
      reader: this.imis.reader(this.store),
      refresh: async (records) => {
        this.refreshed.push(...records);
      },
      pause: async () => undefined,
    };
  }

  actor = (id: string) => actorById(this.store, id, 'cli');

  async proposeNotes(
    by: string,
    memberIds: readonly string[],
    text = 'she called',
    kind = 'note',
  ): Promise<ProposalCard> {
    const actor = await this.actor(by);
    const drafts = await Promise.all(
      memberIds.map((memberId) => noteDraft(this.store, { actor, memberId, text, typed: [], today: TODAY })),
    );
    return await propose(this.parts, {
      kind,
      tool: 'propose_note',
      arguments: { text },
      thread: 'T-1',
      actor,
      summary: `Add a note to ${memberIds.length} members`,
      drafts,
    });
  }

  async approve(id: string, by: string, rest: { count?: number; acknowledged?: readonly Risk[] } = {}) {
    const actor = await this.actor(by);
    const { hash, nonce } = await ticket(this.parts, id, actor);
    return await approve(this.parts, { id, hash, nonce, actor, ...rest });
  }

  async reject(id: string, by: string, reason: string): Promise<Decided> {
    const actor = await this.actor(by);
    const { hash, nonce } = await ticket(this.parts, id, actor);
    return await reject(this.parts, { id, hash, nonce, actor, reason });
  }

  /** Asks for a ticket, approves and carries out. */
  async carriedOut(card: ProposalCard, by: string) {
    await this.approve(card.id, by, { count: card.count });
    return await execute(this.executor, card.id);
  }

  /** Every run that does not live any more is seen to be dead: leases go by the clock of the database. */
  aLeasePasses = () =>
    this.store.query(
      `update copilot.proposals set lease_until = lease_until - interval '${LEASE_MILLIS} milliseconds'
       where lease_until is not null`,
    );

  /** Change keys and journal states of a proposal, in order. */
  async journal(id: string) {
    const rows = await this.store.query<{
      change_key: string;
      state: string;
      reason: string | null;
      reference: string | null;
    }>('select change_key, state, reason, reference from copilot.changes where proposal_id = $1 order by ordinal', [
      id,
    ]);
    return rows.rows;
  }

  setRoles = (id: string, roles: readonly string[]) =>
    this.store.query('update imis.users set roles = $2 where member_id = $1', [id, roles]);
}
