/** What staff say of joining, expiry, renewal, lapse, tenure, size and titles. */

import type { Window } from './definition.js';
import { both, dayLeaf, inLeaf, numberTest } from './leaf-counts.js';
import type { Default, LeafFrame } from './leaves.js';
import { said } from './said.js';

const windowSlots = { window: 'Win' } as const;

// What is meant without a window, as words.md has it: recent is 90 days.
const RECENT = { last: 90, unit: 'day' } as const;
const SOON = { next: 90, unit: 'day' } as const;
const recently = (verb: string, cost: number): Default => ({
  slot: 'window',
  cost,
  note: `${verb}: in the last 90 days`,
});
const isOnwards = (window: Window): boolean =>
  typeof window === 'object' && 'from' in window && !('to' in window && window.to !== undefined);

const ended = inLeaf('status', 'grace', 'lapsed');

export const fieldFrames: readonly LeafFrame[] = [
  {
    id: 'joined',
    words: said(`
      ~join up, ~join up with us, ~join our ranks, ~join the ranks, ~join newly, ~join for the first time, newly joined, ~come into the fold, ~enter membership, came in as *member, came in as new *member, new *joiner, *newjoin, *new join, first *join, ~sign up with us, ~sign up to membership, ~sign up for membership, whose join date falls, whose join date is in, with join date, with a join date, join us new, new join us, ~join, ~join us, ~join the association, ~join as *member, ~sign up, ~sign up as *member, ~sign up as a
      member, ~enroll as *member, ~enrol as *member, ~become *member, ~become a member, ~become members,
      became a member, became members, ~come on board, ~come aboard, came on board, ~bring in, ~gain,
      ~recruit, ~add as *member, *joiner, new *joiner, *join, new *join, new *signup, new sign *up, *signup, new *recruit,
      *recruit, new *enrollment, join date, date joined, joining date, whose join date is, first joined, new to us, new member *join, ~get on board, ~sign on, ~sign on as *member, ~take out a membership, took out membership, ~take up membership, ~come into membership
    `),
    tense: 'past',
    slots: windowSlots,
    needs: [],
    defaults: [recently('joined', 0.3)],
    build: ({ window }) => dayLeaf('joined', window ?? RECENT),
  },
  {
    id: 'member_since',
    words: said(
      'with membership begun, membership begun, whose membership began, whose present membership began, membership began, membership started, whose current membership began, current membership began',
    ),
    tense: 'past',
    slots: windowSlots,
    needs: ['window'],
    defaults: [],
    build: ({ window }) => dayLeaf('member_since', window ?? RECENT),
  },
  {
    id: 'rejoined_in',
    words: said(`
      ~rejoin, ~re join, ~come back, ~come back to us, ~return, ~return to us, ~return after lapsing, ~come back after lapsing, ~reinstate, reinstated, won back, reactivated, ~win back, *rejoin, *rejoiner, *reinstatement, ~sign up again, ~join again
    `),
    tense: 'past',
    slots: windowSlots,
    needs: ['window'],
    defaults: [],
    build: ({ window }) =>
      both(dayLeaf('member_since', window ?? RECENT), { op: 'field', field: 'rejoined', test: { is: true } }),
  },
  {
    // "Members since March", of a window without an end alone: "members in March" says nothing of joining.
    id: 'joined_since',
    words: said(`
      *member, a member, been *member, been a member, *membership, been with us, with us, around, been around, on board,
      on our books
    `),
    tense: 'past',
    slots: windowSlots,
    needs: ['window'],
    takes: isOnwards,
    defaults: [],
    build: ({ window }) => dayLeaf('joined', window ?? RECENT),
  },
  {
    id: 'new',
    words: said(`
      new, newest, newer, brand new, new *member, newest *member, recent *member, *newcomer, *newbie,
      new *face, fresh *face, new *starter, new *arrival, new *addition, new people, new folks, new blood, fresh blood, new faces, new *entrant, new *member of ours, *newjoiner, new peeps, new lot, new batch, new crop, new intake, latest intake,
      freshly joined, just joined, recently joined, newly joined, newly enrolled
    `),
    tense: 'past',
    slots: windowSlots,
    needs: [],
    defaults: [recently('new: joined', 0.2)],
    build: ({ window }) => dayLeaf('joined', window ?? RECENT),
  },
  {
    id: 'expires',
    words: said(`
      whose paid through falls, whose paid thru falls, whose paid through is, paid through falls, whose expiry falls, whose expiration falls, whose expiry comes, whose renewal falls, whose renewal comes up, whose term end falls, whose end date falls,
      subs run out, whose subs run out, whose sub runs out, subs are up, whose subs are up, whose subs expire, subs expire, subs due, whose subs are due, memberships run out, memberships running out, membership running out, membership runs out, whose memberships run out, whose membership is running out, memberships come up, ~come up next, ~come up soon, coming up, whose term ends, term is ending, terms ending, whose expiry falls, whose expiry is, whose expiry date falls, expiry falls, with expiry, whose expiration falls, whose expiration is, running out, ~run to, ~run until, valid until, valid through, good through, good until, expire, expires, expiring, run out, runs out, running out, end, ends, ending, ~come due, ~fall due, ~come up, ~come up for renewal, coming up for renewal,
      up for renewal, due for renewal, due to renew, should renew, must renew, need to renew, needs to renew, have to renew, has to
      renew, supposed to renew, expected to renew, due to expire, due to run out, due to end, set to
      expire, about to expire, about to run out, going to expire, will expire, will run out, to expire, expiring, ~near expiry, nearing expiration, close to
      expiry, close to expiring, approaching expiry, approaching renewal, approaching their renewal date, in
      the renewal window, renewal window, renewal due, renewals due, renewal is due, *renewal due, *renewal
      coming up, upcoming *renewal, *renewal, expiry, expiration, a term ending, with a term ending, have a term ending, has a term ending, term ending, a membership ending, with a membership ending, with a membership expiring, membership ending, membership expiring, memberships ending, whose term is ending, whose term runs out, whose term expires, whose terms end, whose subscription ends, whose subscription runs out, whose subscription expires, subscription ends, subscription expires, is up, are up, whose membership is up, whose term is up, whose time is up, membership is up, due to come up for renewal, ~come up to renewal, fall due for renewal, falls due for renewal, falling due for renewal, due their renewal, up to renew, ~be up, ~roll off,
      *expiration, paid through, paid thru, term ends, whose term ends, whose term will end,
      term expires, membership ends, membership expires, membership runs out, membership will expire, membership will end, memberships expiring, whose
      membership ends, whose membership expires, whose membership runs out, whose membership will expire, whose membership is expiring, whose memberships expire, whose membership is ending, whose membership will end, whose dues are due, dues ~come
      due, dues due
    `),
    tense: 'future',
    slots: windowSlots,
    needs: [],
    defaults: [{ slot: 'window', cost: 0.3, note: 'expiring: in the next 90 days' }],
    build: ({ window }) => dayLeaf('expires', window ?? SOON),
  },
  ...recordedDay('expires', ['expiry date', 'expiration date', 'renewal date', 'paid through date']),
  ...recordedDay('drops', ['drop date', 'end of grace']),
  {
    id: 'expired',
    words: said(`
      expired, ran out, has expired, have expired, has run out, have run out, ended, membership expired,
      membership ended, term ended, term expired, whose membership expired, whose membership ended, whose
      membership ran out, whose term ended, whose dues expired, whose subscription ended, whose subscription ran out, whose subscription expired, subscription expired
    `),
    tense: 'past',
    slots: windowSlots,
    needs: [],
    defaults: [recently('expired and not renewed', 0.3)],
    build: ({ window }) => both(dayLeaf('expires', window ?? RECENT), ended),
  },
  {
    id: 'lapsed_on',
    words: said(`
      dropped off the rolls, ~drop off the rolls, ~drop off our rolls, dropped off our rolls, ~fall off the rolls, fell off the rolls, ~come off the rolls, ~leave the rolls, ~slip away, slipped off, ~go off the books, ~part company, parted company with us, ~stop being *member, stopped being *member, ceased to be *member, ~cease to be *member, did we lose, have we lost, we have lost, lost us, deserted us, left the fold, ~leave the fold, whose grace ended, whose grace ran out, whose grace period ended, grace ended, whose membership lapsed fully, lapsed, lapse, lapses, has lapsed, have lapsed, let their membership lapse, let it lapse, lapsed *member, ~drop,
      ~drop out, ~drop off, dropped their membership, left, ~leave, left us, ~leave the association, ~quit,
      ~quit the association, ~lose, we lost, lost, ~walk away, ~churn, churned, gone, no longer members
      since, membership lapsed, memberships lapsed, whose membership lapsed, whose memberships lapsed, whose membership has lapsed, ~fall away, ~fall off, ~drop away, ~go away, ~depart, departed, ~exit, ~walk, ~walk out, ~walk out on us, ~walk away from us, ~leave us, ~lapse out, became lapsed, ~become lapsed, ~go lapsed, dropped from membership, dropped from the rolls, let their memberships lapse, let membership lapse, parted ways with us, ~resign their membership, did we lose, have we lost, ~bail, ~bail on us, ~jump ship, ~defect
    `),
    tense: 'past',
    slots: windowSlots,
    needs: ['window'],
    defaults: [],
    build: ({ window }) => dayLeaf('lapsed_on', window ?? RECENT),
  },
  {
    id: 'drops',
    words: said(`
      lapse, lapses, lapsing, will lapse, about to lapse, going to lapse, due to lapse, set to lapse, to lapse, likely to
      lapse on, membership lapse, membership lapses, membership lapsing, whose membership lapses, whose membership will lapse, lapsing *member, whose grace ~end,
      whose grace period ~end, grace ~end, grace period ~end, grace ~expire, grace ~run out, out of grace, run out of
      grace, about to drop, will drop, due to drop, going to drop, dropping, to be dropped
    `),
    tense: 'future',
    slots: windowSlots,
    needs: [],
    defaults: [{ slot: 'window', cost: 0.3, note: 'lapsing: in the next 90 days' }],
    build: ({ window }) => both(dayLeaf('drops', window ?? SOON), inLeaf('status', 'active', 'grace')),
  },
  {
    id: 'renewed_on',
    words: said(`
      renewed, ~renew, has renewed, have renewed, renewed their membership, ~renew membership, ~renew their
      membership, ~renew with us, paid their renewal, paid to renew, ~re up, renewed again, last renewed,
      recently renewed, completed renewal, continued their membership, *renewer, *renewal, *renewal completed
    `),
    tense: 'past',
    slots: windowSlots,
    needs: [],
    defaults: [],
    build: ({ window }) => dayLeaf('renewed_on', window ?? 'ever'),
    negated: ({ window }) =>
      window === undefined
        ? {
            definition: inLeaf('status', 'grace'),
            note: 'not renewed: the term has ended and the grace period runs',
          }
        : undefined,
  },
  {
    id: 'tenure',
    words: said(`
      years tenure, yrs tenure, of tenure, in tenure, with tenure over, as *member, as a member, standing, of standing, 's standing, of good standing, under their belt, of membership behind them, in the fold, in the association, on board with us, stuck with us, ~stick with us, ~stick with us for, ~stick around, ~stick around for, stuck around, stuck around for, ~stay with us, ~stay on, ~stay on for, hung around for, with the association, with the association for, on our books, on our books for, on our rolls for, on the rolls for, *member going back, with us, with us now, with us now for, with us already, with us already for, have been with us, has been with us, have been with us for, has been with us for, who are with us, are with us, are with us for, is with us, been here, been here for, been in, been in for, been a part of us for, in good standing for,
      tenure, tenure of, with tenure of, membership of, *member for, been *member for, which are *member for, who are *member for, that are *member for, who is *member for, are *member for, is *member for, is a member for, are members for, been *member during, been a member for,
      been members for, have been members for, has been a member for, been with us for, been with us, been
      around for, been around, with us for, *member since, been *member since, been a member since, have been members since, with us since, a member of, *member of, in membership for, in the association for, member of the association for, ~belong for, ~stay for, ~stay with us for, a history of, years
      of membership, with membership of, continuous membership of
    `),
    tense: 'past',
    slots: { count: 'Years' },
    needs: ['count'],
    defaults: [],
    build: ({ count }) => ({ op: 'field', field: 'tenure', test: numberTest(atLeast(count)) }),
  },
  {
    id: 'employees',
    words: said(`
      *employee, with *employee, staff of size, headcount, headcount of, a headcount of, number of
      employees, company size, organization size, size of, ~employ, employing, workers, on staff, full time
      employees, fte, ftes, people on the payroll, on the payroll, staff, staff members, ~have on staff, strong
    `),
    tense: 'past',
    slots: { count: 'Number' },
    needs: ['count'],
    defaults: [],
    build: ({ count }) => ({ op: 'field', field: 'employees', test: numberTest(count ?? { is: 'gte', value: 1 }) }),
  },
  {
    id: 'job_title',
    words: said(`
      job title, job title is, job title contains, job title includes, with the job title, with job title,
      whose job title is, whose title is, title contains, title includes, titled, with the title, working
      as, ~work as, job of, role of, in the job title
    `),
    tense: 'past',
    slots: { text: 'Text' },
    needs: ['text'],
    defaults: [],
    build: ({ text }) => ({ op: 'field', field: 'job_title', test: { contains: [text ?? ''] } }),
  },
];

/** A date said by its name, of any day gone by or to come: two frames of one meaning, so that either tense of the window fits. */
function recordedDay(field: string, names: readonly string[]): LeafFrame[] {
  return (['future', 'past'] as const).map((tense) => ({
    id: `${field}_date_${tense}`,
    words: names.flatMap((name) => [
      name,
      `${/^[aeiou]/.test(name) ? 'with an' : 'with a'} ${name}`,
      `with ${name}`,
      `whose ${name} is`,
      `whose ${name} falls`,
    ]),
    tense,
    slots: windowSlots,
    needs: ['window'],
    defaults: [],
    build: ({ window }) => dayLeaf(field, window ?? SOON),
  }));
}

/** "Members for 5 years" have been so for at least five. */
const atLeast = (count: Parameters<typeof numberTest>[0] | undefined): Parameters<typeof numberTest>[0] => {
  if (!count) return { is: 'gte', value: 1 };
  return 'is' in count && count.is === 'eq' ? { is: 'gte', value: count.value } : count;
};
