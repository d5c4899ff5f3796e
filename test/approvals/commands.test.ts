/** The state machine against a model of it: any order of clicks, edits, faults, crashes, switches and lost rights. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve, reject } from '../../src/approvals/decide.js';
import { edit } from '../../src/approvals/edit.js';
import { execute } from '../../src/approvals/execute.js';
import { setKillSwitch } from '../../src/approvals/kill-switch.js';
import { continuePilot, endPilot } from '../../src/approvals/pilot.js';
import type { ChangeKind, ProposalStatus, Risk } from '../../src/approvals/port.js';
import { propose } from '../../src/approvals/propose.js';
import { proposalById, statusAt } from '../../src/approvals/stored.js';
import { type Ticket, ticket } from '../../src/approvals/ticket.js';
import { verify } from '../../src/audit/verify.js';
import type { Actor } from '../../src/domain/actor.js';
import { ExpectedError } from '../../src/errors.js';
import { noteKind } from '../../src/members/changes/note.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { Crash, livingUntil } from './crashes.js';
import type { Fault } from './fake-imis.js';
import { Office, TODAY } from './office.js';

/** A gift: money, for the test alone. Records whose member is "stale" have changed since by the time of the check. */
const stale = new Set<string>();
const gift: ChangeKind = {
  ...(noteKind as ChangeKind),
  kind: 'gift',
  risks: ['money'],
  editable: ['text'],
  amount: (after) => ({ minor: Number((after as { text: string }).text), currency: 'USD' }),
  recheck: async (_, { memberId }) => (stale.has(memberId) ? 'the value is no longer the one before' : undefined),
};

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
  await Office.open(store, [gift]);
});
afterAll(() => store.close());

const people = ['s1', 's2', 'lead'] as const;
type Person = (typeof people)[number];

/** What must be so, whatever was done: one world a run. */
class World {
  readonly office = new Office(store, [gift]);
  readonly actors = new Map<string, Actor>();
  readonly tickets = new Map<string, Ticket>();
  /** Proposals in the order they were made: the last one is the one that can be decided. */
  readonly ids: string[] = [];
  readonly hashes = new Map<string, string>();
  readonly askers = new Map<string, string>();
  /** Who approved a proposal, as the model believes. */
  readonly approvals = new Map<string, string>();
  isStopped = false;
  size = 0;

  get id(): string {
    return this.ids.at(-1) ?? '';
  }
  actor(who: string): Actor {
    return this.actors.get(who) ?? expect.unreachable();
  }
  click(who: Person, id: string) {
    const held = this.tickets.get(`${who} ${id}`);
    return { id, hash: this.hashes.get(id) ?? '', nonce: held?.nonce ?? 'none', actor: this.actor(who) };
  }
  status = async (id: string): Promise<ProposalStatus | undefined> => {
    const stored = await proposalById(store, id);
    return stored && statusAt(stored, this.office.clock.now());
  };
}

async function begin(size: number): Promise<World> {
  const world = new World();
  stale.clear();
  await store.query('delete from copilot.kill_switches');
  await world.office.setRoles('s2', ['Membership']);
  for (const id of [...people, 'adm']) world.actors.set(id, await world.office.actor(id));
  const drafts = Array.from({ length: size }, (_, index) => ({
    memberId: `b${index}`,
    before: null,
    after: { text: '100', on: TODAY, authorId: 's1' },
    reversible: true,
  }));
  const rest = { kind: 'gift', tool: 'propose_gift', arguments: {}, thread: 'T-1', summary: 'Gifts' };
  const card = await propose(world.office.parts, { ...rest, actor: world.actor('s1'), drafts });
  world.ids.push(card.id);
  world.hashes.set(card.id, card.hash);
  world.askers.set(card.id, 's1');
  world.size = size;
  // The page is open on two screens from the start; further clicks on "open" make the tickets of edits.
  for (const who of ['s1', 's2'] as const)
    world.tickets.set(`${who} ${card.id}`, await ticket(world.office.parts, card.id, world.actor(who)));
  return world;
}

/** Answers whether it was done; refusals are answers here, anything else is a defect. */
const done = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof ExpectedError || error instanceof Crash) return false;
    throw error;
  }
};

type Model = Record<string, never>;

abstract class Command implements fc.AsyncCommand<Model, World> {
  check = (): boolean => true;
  abstract run(model: Model, world: World): Promise<void>;
  abstract toString(): string;
}

class Open extends Command {
  readonly who: Person;
  constructor(who: Person) {
    super();
    this.who = who;
  }
  async run(_: Model, world: World) {
    await done(async () => {
      world.tickets.set(`${this.who} ${world.id}`, await ticket(world.office.parts, world.id, world.actor(this.who)));
    });
  }
  toString = () => `open(${this.who})`;
}

/** The button as it was shown, perhaps long ago: on the newest proposal or on the one before an edit, once or twice. */
class Approve extends Command {
  readonly who: Person;
  readonly old: boolean;
  readonly ceremony: boolean;
  readonly tabs: number;
  constructor(who: Person, old: boolean, ceremony: boolean, tabs: number) {
    super();
    this.who = who;
    this.old = old;
    this.ceremony = ceremony;
    this.tabs = tabs;
  }
  async run(_: Model, world: World) {
    const id = (this.old ? world.ids[0] : world.id) ?? '';
    const stored = (await proposalById(store, id)) ?? expect.unreachable();
    const before = await world.status(id);
    const acknowledged: readonly Risk[] = this.ceremony ? ['money'] : [];
    const click = { ...world.click(this.who, id), acknowledged, ...(this.ceremony && { count: stored.count }) };
    const answers = await Promise.all(
      Array.from({ length: this.tabs }, () => done(() => approve(world.office.parts, click))),
    );
    if (!answers.includes(true)) return;
    if (world.approvals.has(id)) {
      // A repeat of the click that was counted already, and of nobody else's.
      expect(world.approvals.get(id)).toBe(this.who);
      return;
    }
    expect(before).toBe('waiting');
    expect(this.ceremony).toBe(true);
    expect(this.who).not.toBe('lead');
    expect(this.who).not.toBe(world.askers.get(id));
    expect(world.isStopped).toBe(false);
    expect(id).toBe(world.id);
    world.approvals.set(id, this.who);
  }
  toString = () => `approve(${this.who}, ${this.old ? 'old' : 'newest'}, ${this.ceremony}, ${this.tabs})`;
}

/** Two people in two tabs at the same instant, with one decision each: one of them counts. */
class DecideAtOnce extends Command {
  async run(_: Model, world: World) {
    const { id } = world;
    const stored = (await proposalById(store, id)) ?? expect.unreachable();
    const yes = { ...world.click('s2', id), count: stored.count, acknowledged: ['money'] as const };
    const [approved, rejected] = await Promise.all([
      done(() => approve(world.office.parts, yes)),
      done(() => reject(world.office.parts, world.click('s1', id))),
    ]);
    if (approved && !world.approvals.has(id)) world.approvals.set(id, 's2');
    if (approved && rejected) expect.unreachable('both decisions counted');
  }
  toString = () => 'decide at once';
}

class Edit extends Command {
  readonly who: Person;
  constructor(who: Person) {
    super();
    this.who = who;
  }
  async run(_: Model, world: World) {
    const { id } = world;
    const before = await world.status(id);
    const asked = { id, hash: world.hashes.get(id) ?? '', actor: world.actor(this.who) };
    const values = { [`${id}/1`]: { text: String(100 + world.ids.length) } };
    const isDone = await done(async () => {
      const card = await edit(world.office.parts, { ...asked, values });
      world.ids.push(card.id);
      world.hashes.set(card.id, card.hash);
      world.askers.set(card.id, this.who);
    });
    if (!isDone) return;
    expect(before).toBe('waiting');
    expect(await world.status(id)).toBe('superseded');
    expect(this.who).not.toBe('lead');
  }
  toString = () => `edit(${this.who})`;
}

class Run extends Command {
  readonly at: number | undefined;
  constructor(at: number | undefined) {
    super();
    this.at = at;
  }
  async run(_: Model, world: World) {
    const { executor } = world.office;
    await done(() => execute(this.at === undefined ? executor : livingUntil(this.at, executor).parts, world.id));
  }
  toString = () => (this.at === undefined ? 'execute' : `execute, dies at ${this.at}`);
}

class AfterPilot extends Command {
  readonly who: Person;
  readonly goOn: boolean;
  constructor(who: Person, goOn: boolean) {
    super();
    this.who = who;
    this.goOn = goOn;
  }
  async run(_: Model, world: World) {
    const before = await world.status(world.id);
    const work = this.goOn ? continuePilot : endPilot;
    const click = world.click(this.who, world.id);
    if (!(await done(() => work(world.office.parts, click))) || before !== 'pilot_done') return;
    expect(this.who).not.toBe('lead');
    if (this.goOn) expect(this.who).not.toBe(world.askers.get(world.id));
  }
  toString = () => `${this.goOn ? 'continue' : 'end'}(${this.who})`;
}

type Happening = 'lose' | 'regain' | 'wait an hour' | 'wait a lease' | 'stop' | 'let run' | 'half are stale';
class Happens extends Command {
  readonly what: Happening;
  constructor(what: Happening) {
    super();
    this.what = what;
  }
  async run(_: Model, world: World) {
    const { office } = world;
    if (this.what === 'lose') await office.setRoles('s2', ['Leadership']);
    if (this.what === 'regain') await office.setRoles('s2', ['Membership']);
    if (this.what === 'wait an hour') office.clock.advance(60);
    if (this.what === 'wait a lease') await office.aLeasePasses();
    if (this.what === 'half are stale') for (let index = 0; index < world.size; index += 2) stale.add(`b${index}`);
    if (this.what === 'stop' || this.what === 'let run') {
      world.isStopped = this.what === 'stop';
      await setKillSwitch(office.parts, { kind: '*', isOn: world.isStopped, actor: world.actor('adm') });
    }
  }
  toString = () => this.what;
}

class Faulty extends Command {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super();
    this.fault = fault;
  }
  async run(_: Model, world: World) {
    world.office.imis.faults.push(this.fault);
  }
  toString = () => this.fault;
}

const who = fc.constantFrom(...people);
const commands = [
  who.map((person) => new Open(person)),
  who.map((person) => new Open(person)),
  fc
    .tuple(who, fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.constantFrom(1, 2))
    .map(([person, old, ceremony, tabs]) => new Approve(person, old === 0, ceremony > 0, tabs)),
  fc.constant(new Approve('s2', false, true, 1)),
  fc.constant(new DecideAtOnce()),
  who.map((person) => new Edit(person)),
  fc.constant(new Run(undefined)),
  fc.integer({ min: 0, max: 120 }).map((at) => new Run(at)),
  fc.tuple(who, fc.boolean()).map(([person, goOn]) => new AfterPilot(person, goOn)),
  fc
    .constantFrom<Happening[]>('lose', 'regain', 'wait an hour', 'wait a lease', 'stop', 'let run', 'half are stale')
    .map((what) => new Happens(what)),
  fc
    .constantFrom<Fault[]>('cut before', 'cut after', 'refuse', 'no answer', 'unsaid number')
    .map((fault) => new Faulty(fault)),
];

/** At the end every run ends, and iMIS holds what the journal says, once. */
async function settle(world: World): Promise<void> {
  const { office } = world;
  await office.aLeasePasses();
  for (const id of world.ids) await done(() => execute(office.executor, id));
  for (const id of world.ids) {
    const status = await world.status(id);
    expect(['approved', 'executing']).not.toContain(status);
    if (id !== world.id) expect(status).toBe('superseded');
    const wasApproved = world.approvals.has(id);
    for (const { change_key, state } of await office.journal(id)) {
      const times = office.imis.count(change_key);
      expect(times).toBe(state === 'done' ? 1 : 0);
      expect(state).not.toBe('uncertain');
      if (!wasApproved) expect(state).toBe('waiting');
      if (wasApproved && status !== 'pilot_done') expect(['done', 'skipped', 'failed']).toContain(state);
    }
  }
}

test.each([
  ['two records', 2, 15],
  ['a pilot and the rest', 27, 6],
])(
  '%s of money: only what two people confirmed is carried out, and each change once',
  {
    timeout: 120_000,
  },
  async (_, size, numRuns) => {
    const reached = { approved: 0, edited: 0, carriedOut: 0 };
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 20, size: 'max' }), async (steps) => {
        const world = await begin(size);
        await fc.asyncModelRun(() => ({ model: {}, real: world }), steps);
        await settle(world);
        reached.approved += Number(world.approvals.size > 0);
        reached.edited += Number(world.ids.length > 1);
        reached.carriedOut += Number(world.office.imis.activities.size > 0);
      }),
      { numRuns, seed: 471_412 },
    );
    // A search that never gets past the first click would find nothing.
    expect(Object.values(reached).every((runs) => runs > 0)).toBe(true);
    expect(await verify(store)).toMatchObject({ ok: true });
  },
);
