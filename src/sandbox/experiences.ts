/*
 * What happens to a member between two days without any event: trouble, help, questions, discoveries. How often depends
 * on what the member does and is; what it leaves is an impression, and now and then a text.
 */
import { type DayNumber, yearOf } from './calendar.js';
import { CASES_BEGIN } from './experience.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { moodOn } from './renewal.js';
import { undergo } from './speaking-up.js';
import type { ExperienceKind } from './words/experiences/all.js';

type Rates = readonly (readonly [kind: ExperienceKind, yearly: number, size: number])[];

/** Times a year, and what one does to the mood. */
function ratesOf(life: Life, on: DayNumber): Rates {
  const { nature, character } = life;
  const { interests } = character;
  const engagement = life.engagementIn(yearOf(on));
  const mood = moodOn(life.impressions, on);
  const used = Math.exp(0.5 * nature.digital);
  const pleased = Math.exp(0.5 * engagement + 0.5 * mood);
  const distant = Math.exp(-0.5 * engagement - 0.5 * mood);
  const company = nature.kind === 'organization' ? 2.5 : 1;
  const person = nature.kind === 'organization' ? 0 : 1;
  return [
    ['double_charge', 0.014, -0.8],
    ['wrong_invoice', 0.022 * company, -0.4],
    ['receipt_question', 0.05 * company, 0],
    ['fair_price', 0.012 * pleased, 0.1],
    ['confusing_form', 0.025, -0.35],
    ['renewal_question', 0.035, 0],
    ['easy_renewal', 0.02 * pleased, 0.1],
    ['little_used', 0.05 * distant * (0.4 + nature.priceSensitivity), 0],
    ['career_helped', 0.05 * pleased, 0.25],
    ['value_question', 0.025, 0],
    ['locked_out', 0.06 * used, -0.4],
    ['slow_portal', 0.045 * used, -0.3],
    ['site_question', 0.035, 0],
    ['good_site', 0.025 * used * pleased, 0.15],
    ['service_question', 0.045, 0],
    ['no_answer', 0.015 * distant, -0.6],
    ['kind_help', 0.03 * pleased, 0.3],
    ['credits_missing', 0.035 * interests.learning * person, -0.45],
    ['good_course', 0.03 * interests.learning * pleased * person, 0.3],
    ['course_question', 0.03 * interests.learning * person, 0],
    ['cliquish', 0.014 * distant * person, -0.3],
    ['met_people', 0.03 * interests.networking * pleased * person, 0.3],
    ['contact_question', 0.04 * interests.networking * person, 0],
    ['content_question', 0.025 * pleased, 0],
    ['venue_question', 0.025 * pleased, 0],
    ['silent', 0.03 * interests.advocacy * distant, -0.3],
    ['heard', 0.025 * interests.advocacy * pleased, 0.2],
    ['policy_question', 0.04 * interests.advocacy, 0],
    ['late_journal', 0.03 * interests.reading, -0.25],
    ['good_reading', 0.03 * interests.reading * pleased, 0.2],
    ['reading_question', 0.025 * interests.reading, 0],
    ['overloaded', 0.02 * interests.serving * distant * person, -0.4],
    ['meaningful', 0.03 * interests.serving * pleased * person, 0.25],
    ['offer', 0.03 * interests.serving * person, 0],
  ];
}

/** Lives through the ordinary experiences from `from` to `to`. */
export function happen(life: Life, from: DayNumber, to: DayNumber): void {
  const first = Math.max(from, CASES_BEGIN);
  if (first > to) return;
  const draws = new Draws(life.association.seed, life.index, within(purposes.experiences, from) + 31);
  const rates = ratesOf(life, first);
  let total = 0;
  for (const [, yearly] of rates) total += yearly;
  const days: DayNumber[] = [];
  for (let left = draws.poisson((total * (to - first + 1)) / 365, 6); left > 0; left--)
    days.push(first + draws.whole(0, to - first));
  days
    .sort((left, right) => left - right)
    .forEach((on, place) => {
      let share = draws.uniform() * total;
      const found = rates.find(([, yearly]) => {
        share -= yearly;
        return share < 0;
      });
      if (found !== undefined) undergo(life, { kind: found[0], on, size: found[2] }, from * 8 + place);
    });
}
