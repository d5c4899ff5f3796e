/* Notes of the staff after calls: most have a cause in what happened to the member. */
import { type DayNumber, textOf } from './calendar.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { personName } from './people.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { idOfStaff, type StaffName } from './staff.js';
import { type NoteCause, noteTexts } from './words/notes.js';

const authors: Readonly<Record<NoteCause, readonly StaffName[]>> = {
  declined_payment: ['finance', 'finance2'],
  left_for_price: ['membership', 'membership2'],
  left_after_conference: ['membership', 'membership2'],
  left_for_time: ['membership', 'membership2'],
  conference_complaint: ['community'],
  service: ['membership', 'membership2', 'membership2', 'community', 'marketing'],
  check_in: ['membership', 'membership2'],
};

export interface Facts {
  readonly event?: string;
  /** Cents. */
  readonly amount?: number;
}

/** Enters a note with this probability; `on` is the day of the contact. */
export function note(life: Life, cause: NoteCause, on: DayNumber, probability: number, facts: Facts = {}): void {
  const { association, index, ledger, id, nature } = life;
  const draws = new Draws(association.seed, index, within(purposes.notes, on));
  if (!draws.chance(probability) || on >= nature.diesOn) return;
  const { subject, texts } = noteTexts[cause];
  const first = nature.kind === 'person' ? personName(association.seed, index).first : 'the main contact';
  const text = draws
    .pick<string>(texts)
    .replaceAll('{first}', first)
    .replaceAll('{event}', facts.event ?? 'the event')
    .replaceAll('{amount}', facts.amount === undefined ? 'the dues' : `$${(facts.amount / 100).toFixed(2)}`);
  const activityId = numbered(id, ledger.number('Activity'), 3);
  ledger.enter('Activity', activityId, on, [], {
    activityId,
    partyId: id,
    activityType: 'NOTE',
    occurredOn: textOf(on),
    description: subject,
    note: text.charAt(0).toUpperCase() + text.slice(1),
    authorId: idOfStaff(draws.pick(authors[cause])),
  });
}

/** Ordinary calls between two days, about one in ten years; organisations are called every spring. */
export function ordinaryCalls(life: Life, from: DayNumber, to: DayNumber): void {
  const draws = new Draws(life.association.seed, life.index, within(purposes.notes, from) + 31);
  for (let left = draws.poisson(((to - from) / 365) * 0.12, 2); left > 0; left--) {
    note(life, 'service', from + Math.floor(draws.uniform() * (to - from + 1)), 1);
  }
  if (life.nature.kind === 'organization') note(life, 'check_in', from + 100 + draws.whole(0, 60), 0.5);
}
