/* What the terms add up to: today's contact record, subscriptions, chapter and relationship manager. */
import { currency } from './association.js';
import { current } from './background.js';
import { type DayNumber, textOf } from './calendar.js';
import { groupMemberKey } from './ledger.js';
import type { Life, Paid } from './life.js';
import { purposes } from './purposes.js';
import { Draws } from './random.js';
import { interestGroupOf } from './service.js';
import { idOfStaff, type StaffName } from './staff.js';
import { duesOf } from './terms.js';

const GRACE_DAYS = 60;

export function enterMembership(life: Life): void {
  const { today } = life.association;
  const terms = life.terms.filter((term) => term.paidOn <= today);
  enterContact(life, terms);
  enterSubscriptions(life, terms);
  const runs = runsOf(terms, life.nature.diesOn);
  enterGroups(life, runs);
  enterManagers(life, runs);
}

function enterContact(life: Life, terms: readonly Paid[]): void {
  const { ledger, id, nature } = life;
  const last = terms.at(-1);
  const changes = terms.map(({ paidOn }) => paidOn);
  ledger.enter('CsContact', id, nature.arrivesOn, changes, {
    id,
    memberType: last?.tier ?? 'NM',
    ...(last !== undefined && {
      joinDate: textOf(nature.joinsOn),
      paidThrough: textOf(last.endsOn),
      renewedThru: textOf(last.endsOn),
    }),
  });
}

/** One dues line for each tier ever held; only the latest is active, until the end of grace. */
function enterSubscriptions(life: Life, terms: readonly Paid[]): void {
  const { ledger, id, nature, association } = life;
  const tiersHeld = [...new Set(terms.map(({ tier }) => tier))];
  for (const tier of tiersHeld) {
    const held = terms.filter((term) => term.tier === tier);
    const [first, latest] = [held[0], held.at(-1)];
    if (first === undefined || latest === undefined) continue;
    const replacedOn = terms[terms.indexOf(latest) + 1]?.paidOn;
    const endsOn = Math.min(replacedOn ?? Infinity, latest.endsOn + GRACE_DAYS + 1, nature.diesOn);
    ledger.enter('Subscription', `${id}|${tier}`, first.paidOn, [...held.map(({ paidOn }) => paidOn), endsOn], {
      partyId: id,
      itemId: tier,
      isActive: endsOn > association.today,
      paidThrough: textOf(latest.endsOn),
      billBegin: textOf(latest.beginsOn),
      billThrough: textOf(latest.endsOn),
      billAmount: { minor: duesOf(nature, latest), currency },
    });
  }
}

/** Times of unbroken membership: a term continues a run when it is paid before the run's grace is over. */
interface Run {
  readonly from: DayNumber;
  /** First day without membership: the end of grace, or death. */
  readonly until: DayNumber;
}

function runsOf(terms: readonly Paid[], diesOn: DayNumber): readonly Run[] {
  const runs: Run[] = [];
  for (const term of terms) {
    const until = Math.min(term.endsOn + GRACE_DAYS + 1, diesOn);
    const open = runs.at(-1);
    const begins = Math.min(Math.max(term.beginsOn, term.paidOn), diesOn);
    if (open !== undefined && begins <= open.until) runs[runs.length - 1] = { from: open.from, until };
    else runs.push({ from: begins, until });
  }
  return runs;
}

interface Spell extends Run {
  readonly groupId: string;
  readonly role: string;
}

/** Groups of one's own in order of their ids, so that a list in order of keys is one in order of rows. */
function enterGroups(life: Life, runs: readonly Run[]): void {
  enterSpells(life, [...chapterSpells(life, runs), ...committeeSpells(life, runs), ...interestSpells(life, runs)]);
}

/** A seat ends with its two years, or with the membership. */
const committeeSpells = ({ seats }: Life, runs: readonly Run[]): readonly Spell[] =>
  seats.flatMap(({ groupId, role, from, until }) => {
    const run = runs.find((one) => one.from <= from && one.until > from);
    return run === undefined ? [] : [{ groupId, role, from, until: Math.min(until, run.until) }];
  });

function interestSpells(life: Life, runs: readonly Run[]): readonly Spell[] {
  const groupId = interestGroupOf(life);
  return groupId === undefined ? [] : runs.map((run) => ({ ...run, groupId, role: 'Member' }));
}

/** Membership of the chapter of one's state, for those who want one; moving to another state moves it a month later. */
function chapterSpells(life: Life, runs: readonly Run[]): readonly Spell[] {
  const draws = new Draws(life.association.seed, life.index, purposes.groups);
  if (!draws.chance(life.nature.kind === 'person' ? 0.84 : 0.5)) return [];
  const spells: Spell[] = [];
  for (const run of runs) {
    const homes = life.background.homes.filter(({ from }) => from < run.until);
    homes.forEach((home, place) => {
      const begins = Math.max(run.from, place === 0 ? run.from : home.from + 30);
      const next = homes[place + 1];
      const until = next === undefined ? run.until : Math.min(run.until, next.from + 30);
      const groupId = home.residence.state.chapter;
      if (groupId !== undefined && begins < until) spells.push({ groupId, role: 'Member', from: begins, until });
    });
  }
  return spells;
}

/** iMIS keeps one row for a party in a group, which tells the latest time. */
function enterSpells({ ledger, id, association }: Life, spells: readonly Spell[]): void {
  const { today } = association;
  const begun = spells.filter(({ from }) => from <= today);
  for (const groupId of [...new Set(begun.map((spell) => spell.groupId))].sort()) {
    const mine = joined(begun.filter((spell) => spell.groupId === groupId));
    const [first, latest] = [mine[0], mine.at(-1)];
    if (first === undefined || latest === undefined) continue;
    const isActive = latest.until > today;
    const groupMemberId = groupMemberKey(id, groupId);
    const changes = mine.flatMap(({ from, until }) => [from, until]);
    ledger.enter('GroupMember', groupMemberId, first.from, changes, {
      groupMemberId,
      groupId,
      partyId: id,
      role: latest.role,
      beginsOn: textOf(latest.from),
      ...(!isActive && { endsOn: textOf(latest.until - 1) }),
      isActive,
    });
  }
}

/** Spells that touch are one. */
function joined(spells: readonly Spell[]): readonly Spell[] {
  const merged: Spell[] = [];
  for (const spell of spells) {
    const open = merged.at(-1);
    if (open !== undefined && spell.from <= open.until && spell.role === open.role)
      merged[merged.length - 1] = { ...open, until: spell.until };
    else merged.push(spell);
  }
  return merged;
}

const HANDOVER_EVERY = 1100;

/** Organisations and members of high standing have somebody at the association who looks after them. */
function enterManagers(life: Life, runs: readonly Run[]): void {
  const { nature, association, index, ledger, id, background } = life;
  const first = runs[0];
  if (first === undefined) return;
  const draws = new Draws(association.seed, index, purposes.assignments);
  const share = nature.kind === 'organization' ? 0.85 : nature.standing > 0.86 ? 0.5 : 0.12;
  if (!draws.chance(share)) return;
  let from = first.from;
  for (let turn = 0; turn < 12 && from <= association.today; turn++) {
    const chapter = current(background.homes, from)?.residence.state.chapter;
    const local = chapter === undefined ? undefined : localManagers[chapter];
    const staff = local !== undefined && draws.chance(0.4) ? local : draws.pick(['membership', 'membership2'] as const);
    const until = from + draws.whole(HANDOVER_EVERY - 500, HANDOVER_EVERY + 900);
    const AssignmentId = `A${id}-${turn + 1}`;
    const ended = until <= association.today;
    ledger.enter('StaffAssignments', AssignmentId, from, [until], {
      AssignmentId,
      ID: id,
      StaffId: idOfStaff(staff),
      IsPrimary: true,
      BeginsOn: textOf(from),
      ...(ended && { EndsOn: textOf(until - 1) }),
    });
    from = until;
  }
}

const localManagers: Readonly<Record<string, StaffName>> = {
  'CH-TX': 'chapter-tx',
  'CH-OH': 'chapter-oh',
  'CH-CA': 'chapter-ca',
  'CH-NY': 'chapter-ny',
};
