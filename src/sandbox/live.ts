/* From joining to today: term after term, each lived through, then renewed or not. */
import { duesOn, HISTORY_BEGINS } from './association.js';
import { current } from './background.js';
import { billDues } from './billing.js';
import { give, shop, sponsor } from './buying.js';
import { type DayNumber, dayNumber, monthOf, yearOf } from './calendar.js';
import { enterConsents } from './consents.js';
import { note, ordinaryCalls } from './conversations.js';
import { happen } from './experiences.js';
import { gather } from './gatherings.js';
import { enterCertification, isOnTheWay, learn } from './learning.js';
import { type Association, bornInto, inYearBefore, type Life, type Paid } from './life.js';
import { send, sendMailings } from './mailings.js';
import { enterMembership } from './membership.js';
import { tierOn } from './nature.js';
import { enterParty } from './party.js';
import { enterPlan, failureChance, GIVES_UP, pay, receivedOf, writeOff } from './paying.js';
import { logIn, logIns } from './portal.js';
import { purposes, within } from './purposes.js';
import { chanceOf, Draws } from './random.js';
import { moodOn, renewalProbability } from './renewal.js';
import { enterSelfRenewal, renewsByItself } from './self-renewal.js';
import { serve } from './service.js';
import { undergo } from './speaking-up.js';
import { memberSurveys } from './surveys.js';
import { duesOf, type Term, termFrom } from './terms.js';

const NOTICE_DAYS = 60;
const GRACE_DAYS = 60;

/** One member's life until today; its rows are in `ledger`. */
export function live(association: Association, index: number): Life {
  const life = bornInto(association, index);
  const { nature } = life;
  const { today } = association;
  if (nature.arrivesOn > today) return life;
  let term: Term | undefined = nature.joinsOn > today ? undefined : join(life);
  let isNew = true;
  if (!nature.everJoins) lookAround(life);
  while (term !== undefined && term.beginsOn <= today && term.beginsOn < nature.diesOn) {
    livePeriod(life, term.beginsOn, term.endsOn, isNew);
    const next = renew(life, term);
    isNew = next === undefined;
    term = next ?? comeBack(life, term);
  }
  enterMembership(life);
  enterCertification(life);
  enterSelfRenewal(life);
  enterConsents(life);
  enterParty(life);
  return life;
}

/** The first term: bought on the day of joining, or already running when the records begin. */
function join(life: Life): Term {
  const { joinsOn } = life.nature;
  if (joinsOn >= HISTORY_BEGINS) return buy(life, joinsOn);
  const anniversary = dayNumber(
    yearOf(HISTORY_BEGINS) - (monthOf(joinsOn) >= monthOf(HISTORY_BEGINS) ? 1 : 0),
    monthOf(joinsOn),
    1,
  );
  const running = termFrom(life.nature, Math.max(joinsOn, anniversary));
  return keep(life, running, running.beginsOn);
}

function keep(life: Life, term: Term, paidOn: DayNumber): Term {
  const paid: Paid = { ...term, paidOn };
  life.terms.push(paid);
  return term;
}

/** A term bought by somebody who is not a member now: the bill is paid within weeks, at once by people. */
function buy(life: Life, on: DayNumber): Term {
  const term = termFrom(life.nature, on);
  const { settled, paidOn } = pay(life, on, duesOf(life.nature, term), on, life.nature.kind === 'person');
  billDues(life, term, on, on + 30, settled);
  return keep(life, term, paidOn ?? on);
}

function livePeriod(life: Life, from: DayNumber, to: DayNumber, isNew: boolean): void {
  const last = Math.min(to, life.nature.diesOn - 1);
  happen(life, from, last);
  if (life.nature.kind === 'person') {
    const bad = life.attendedBadConferenceOn.length;
    gather(life, Math.max(from, HISTORY_BEGINS), last, isNew);
    for (const on of life.attendedBadConferenceOn.slice(bad))
      note(life, 'conference_complaint', on + 4, 0.22, { event: `the Annual Conference ${yearOf(on)}` });
    logIns(life, from, last);
    learn(life, from, last);
    serve(life, from, last);
  }
  shop(life, from, last);
  give(life, from, last);
  sponsor(life, from, last);
  sendMailings(life, from, last);
  memberSurveys(life, from, last);
  ordinaryCalls(life, Math.max(from, HISTORY_BEGINS), last);
}

/** People who never join come to something in the months after they are heard of. */
function lookAround(life: Life): void {
  const { arrivesOn } = life.nature;
  if (life.nature.kind === 'person' && arrivesOn >= HISTORY_BEGINS) gather(life, arrivesOn, arrivesOn + 240, true);
}

/** Sends the notice and waits: the next term, or nothing when it is not paid. */
function renew(life: Life, term: Term): Term | undefined {
  const { nature, association, index } = life;
  const noticeOn = term.endsOn - NOTICE_DAYS;
  if (noticeOn >= nature.diesOn || noticeOn > association.today) return undefined;
  const next = termFrom(nature, term.endsOn + 1);
  const amount = duesOf(nature, next);
  const willing = willingness(life, term, noticeOn);
  // Whoever is willing still has to get the money through.
  const probability = willing * (nature.isComp ? 1 : 1 - failureChance(nature) * GIVES_UP * 0.8);
  const wants = chanceOf(association.seed, index, within(purposes.terms, term.endsOn)) < willing;
  const paying = pay(life, term.endsOn, amount, noticeOn, false);
  const broken = wants && paying.paidOn === undefined;
  const renewed = wants && paying.paidOn !== undefined && (paying.settled[0]?.on ?? noticeOn) < nature.diesOn;
  if (noticeOn >= HISTORY_BEGINS)
    life.decisions.push({
      termEndsOn: term.endsOn,
      noticeOn,
      probability,
      renewed,
      afterBadConference: inYearBefore(life.attendedBadConferenceOn, noticeOn) > 0,
    });
  sendReminders(life, term.endsOn, noticeOn, renewed ? (paying.paidOn ?? noticeOn) : undefined);
  const settled = renewed
    ? paying.settled
    : [
        ...(wants ? paying.settled : []),
        ...writeOff(life, term.endsOn, amount - (broken ? receivedOf(paying.settled) : 0), next.beginsOn),
      ];
  if (noticeOn >= HISTORY_BEGINS) {
    const invoiceId = billDues(life, next, noticeOn, next.beginsOn, settled);
    if (wants) enterPlan(life, invoiceId, paying.settled);
  }
  if (paying.failedOn !== undefined && wants) note(life, 'declined_payment', paying.failedOn + 1, 0.4, { amount });
  speakOfDues(life, term, next, noticeOn, amount);
  if (!renewed) {
    sayWhy(life, term, next, noticeOn, amount);
    return undefined;
  }
  if (chanceOf(association.seed, index, within(purposes.logins, term.endsOn)) < 0.4 && paying.paidOn !== undefined)
    logIn(life, paying.paidOn);
  return keep(life, next, paying.paidOn ?? noticeOn);
}

function willingness(life: Life, term: Term, noticeOn: DayNumber): number {
  const { nature } = life;
  const job = current(life.background.jobs, noticeOn);
  return renewalProbability({
    nature,
    engagement: life.engagementIn(yearOf(noticeOn)),
    mood: moodOn(life.impressions, noticeOn),
    attendedLately: inYearBefore(life.attendedOn, noticeOn),
    loginsLately: inYearBefore(life.loggedInOn, noticeOn),
    yearsOfMembership: (noticeOn - nature.joinsOn) / 365,
    tier: term.tier,
    newTier: tierOn(nature, term.endsOn + 1),
    lastBegan: term.beginsOn,
    nextBegins: term.endsOn + 1,
    renewsByItself: renewsByItself(life, noticeOn),
    isOnTheWay: isOnTheWay(life, noticeOn),
    serves: life.seats.some(({ from, until }) => from <= noticeOn && noticeOn < until),
    changedJobLately: job !== undefined && job.from > noticeOn - 365 && job.from > nature.arrivesOn,
  });
}

function sendReminders(life: Life, endsOn: DayNumber, noticeOn: DayNumber, paidOn: DayNumber | undefined): void {
  const label = `Renewal ${yearOf(endsOn)}`;
  send(life, `${label}: notice`, 'renewal', noticeOn);
  for (const [wave, on] of [
    ['reminder', endsOn - 14],
    ['last call', endsOn + 20],
  ] as const) {
    if (paidOn === undefined || paidOn > on) send(life, `${label}: ${wave}`, 'renewal', on);
  }
}

/** A steep rise and a renewal nobody asked for are told; what they do to the renewal stands in its own sum. */
function speakOfDues(life: Life, term: Term, next: Term, noticeOn: DayNumber, amount: number): void {
  const { association, index, nature } = life;
  const draws = new Draws(association.seed, index, within(purposes.letters, term.endsOn));
  const rise = duesOn(next.tier, next.beginsOn) / duesOn(next.tier, term.beginsOn);
  const complains = draws.chance(rise > 1.08 ? 0.6 * nature.priceSensitivity : 0.05 * nature.priceSensitivity);
  const on = noticeOn + 1 + draws.whole(0, 30);
  const surprised = draws.chance(0.05 + 0.1 * nature.priceSensitivity);
  const number = 500_000 + term.endsOn;
  if (nature.isComp) return;
  if (complains) undergo(life, { kind: 'price_rise', on, size: 0, amount }, number);
  else if (surprised && renewsByItself(life, noticeOn))
    undergo(life, { kind: 'renewed_by_itself', on, size: -0.3, amount }, number);
}

/** Some of those who leave are called, and say what weighed most. */
function sayWhy(life: Life, term: Term, next: Term, noticeOn: DayNumber, amount: number): void {
  const draws = new Draws(life.association.seed, life.index, within(purposes.notes, term.endsOn) + 31);
  const on = term.endsOn + draws.whole(10, 70);
  const upset = inYearBefore(life.attendedBadConferenceOn, noticeOn) > 0;
  const dear = life.nature.priceSensitivity > 0.5 && amount > 0 && next.months === 12;
  const cause = upset ? 'left_after_conference' : dear ? 'left_for_price' : 'left_for_time';
  note(life, cause, on, 0.35, { amount, event: 'the last conference' });
  const kind = upset ? 'cancelled_sessions' : dear ? 'price_rise' : 'little_used';
  if (draws.chance(0.12)) undergo(life, { kind, on: on + 3, size: 0, amount }, 600_000 + term.endsOn);
}

/** After the grace period some think better of it, most of them in the first years; then a new run of terms begins. */
function comeBack(life: Life, left: Term): Term | undefined {
  const { nature, association, index } = life;
  const lapsedOn = left.endsOn + GRACE_DAYS + 1;
  const draws = new Draws(association.seed, index, within(purposes.terms, left.endsOn) + 31);
  for (let year = 0; year < 5; year++) {
    const chance = (0.075 * Math.exp(0.4 * nature.loyalty - 0.6 * nature.priceSensitivity)) / (1 + 0.4 * year);
    const returns = draws.chance(chance);
    const on = lapsedOn + year * 365 + draws.whole(20, 364);
    if (!returns) continue;
    return on <= association.today && on < nature.diesOn ? buy(life, on) : undefined;
  }
  return undefined;
}
