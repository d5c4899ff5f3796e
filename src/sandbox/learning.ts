/* Courses taken, the credits they bring, and certifications worked towards. */
import { HISTORY_BEGINS } from './association.js';
import { billSale } from './billing.js';
import { enterPurchase } from './buying.js';
import { type DayNumber, textOf, yearOf } from './calendar.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { type Course, courses } from './words/catalog.js';

const VALID_DAYS = 1095;

/** Takes courses from `from` to `to`: one in some years, several a year on the way to a certification. */
export function learn(life: Life, from: DayNumber, to: DayNumber): void {
  const { association, index, nature, character } = life;
  const draws = new Draws(association.seed, index, within(purposes.learning, from));
  const { enrolment, interests } = character;
  const engagement = life.engagementIn(yearOf(from));
  const length = (to - from + 1) / 365;
  const ordinary = 0.11 * interests.learning * Math.exp(0.5 * engagement - 0.4 * nature.priceSensitivity);
  const days: DayNumber[] = [];
  for (let left = draws.poisson(ordinary * length, 3); left > 0; left--) days.push(from + draws.whole(0, to - from));
  if (enrolment !== undefined && enrolment.startsOn <= to) {
    const begins = Math.max(from, enrolment.startsOn);
    const pace = 1.9 * Math.exp(0.35 * engagement) * ((to - begins + 1) / 365);
    for (let left = draws.poisson(pace, 6); left > 0; left--)
      days.push(begins + draws.whole(0, Math.max(0, to - begins)));
  }
  for (const on of days.sort((left, right) => left - right)) takeCourse(life, draws.pick(courses), on, draws);
}

function takeCourse(life: Life, course: Course, on: DayNumber, draws: Draws): void {
  const paid = draws.chance(0.55);
  const finishedOn = on + draws.whole(0, 40);
  const passes = draws.chance(0.93);
  const corrected = draws.chance(0.03);
  const correctedOn = finishedOn + draws.whole(40, 260);
  if (on < HISTORY_BEGINS || finishedOn >= life.nature.diesOn) return;
  if (paid) {
    const { code, name, price } = course;
    billSale(life, 'product', code, price * 100, on);
    enterPurchase(life, { code, name, category: 'course' }, price * 100, 1, on);
  }
  if (!passes) return;
  // Half the credits were entered at first; somebody looked it up months later.
  const stillWrong = corrected && correctedOn > life.association.today;
  const recorded = stillWrong ? course.credits / 2 : course.credits;
  earn(life, course, finishedOn, recorded, corrected ? [correctedOn] : []);
}

/** Enters credits; a webinar earns one. */
export function earn(
  life: Life,
  { code, name, creditType, credits }: Omit<Course, 'price'>,
  on: DayNumber,
  recorded = credits,
  changes: readonly DayNumber[] = [],
): void {
  const { ledger, id } = life;
  const CreditId = `C${numbered(id, ledger.number('Credits'), 3)}`;
  life.earned.push({ on, credits, recorded });
  // A correction moves the sum a certification shows.
  for (const change of changes) life.earned.push({ on: change, credits: 0, recorded: 0 });
  ledger.enter('Credits', CreditId, on, changes, {
    CreditId,
    ID: id,
    CourseCode: code,
    Course: name,
    CreditType: creditType,
    Credits: recorded,
    EarnedOn: textOf(on),
  });
}

/** Whether the person works towards a certification on the day, not yet certified. */
export function isOnTheWay({ character: { enrolment }, earned }: Life, on: DayNumber): boolean {
  if (enrolment === undefined || enrolment.startsOn > on || enrolment.startsOn < on - 2200) return false;
  let sum = 0;
  for (const one of earned) if (one.on >= enrolment.startsOn && one.on <= on) sum += one.credits;
  return sum < enrolment.program.credits;
}

/** The certification as it stands today: credits add up, it is granted, renewed every three years, or expires. */
export function enterCertification(life: Life): void {
  const { character, earned, association, ledger, id } = life;
  const { enrolment } = character;
  const [first] = life.terms;
  if (enrolment === undefined || first === undefined || life.nature.diesOn <= enrolment.startsOn) return;
  const counted = earned
    .filter(({ on }) => on >= enrolment.startsOn && on <= association.today)
    .sort((left, right) => left.on - right.on);
  const changes = counted.map(({ on }) => on);
  const { program, startsOn } = enrolment;
  let sum = 0;
  let certifiedOn: DayNumber | undefined;
  for (const { on, recorded } of counted) {
    sum += recorded;
    if (sum >= program.credits) certifiedOn ??= on;
  }
  let expiresOn = certifiedOn === undefined ? undefined : certifiedOn + VALID_DAYS;
  while (expiresOn !== undefined && expiresOn <= association.today) {
    changes.push(expiresOn);
    const ends: DayNumber = expiresOn;
    const since = counted.reduce(
      (more, { on, recorded }) => more + (on > ends - VALID_DAYS && on <= ends ? recorded : 0),
      0,
    );
    if (since < program.credits / 2) break;
    expiresOn = ends + VALID_DAYS;
  }
  const isOver = expiresOn !== undefined && expiresOn <= association.today;
  const CertificationId = `${id}-1`;
  ledger.enter('Certifications', CertificationId, startsOn, changes, {
    CertificationId,
    ID: id,
    Program: program.name,
    Status: isOver ? 'expired' : certifiedOn === undefined ? 'in_progress' : 'certified',
    RequiredCredits: program.credits,
    EarnedCredits: sum,
    StartedOn: textOf(startsOn),
    ...(certifiedOn !== undefined && { CertifiedOn: textOf(certifiedOn) }),
    ...(expiresOn !== undefined && { ExpiresOn: textOf(expiresOn) }),
  });
}
