/* What members allow us to send them, and when they changed their mind. */
import { HISTORY_BEGINS } from './association.js';
import { type DayNumber, textOf } from './calendar.js';
import type { Life } from './life.js';
import { purposes } from './purposes.js';
import { Draws, sigmoid } from './random.js';

const NEVER: DayNumber = 1_000_000;

interface Wishes {
  readonly decidedOn: DayNumber;
  readonly marketingEndsOn: DayNumber;
  readonly sms: boolean | undefined;
}

function wishesOf({ association, index, nature }: Life): Wishes {
  const draws = new Draws(association.seed, index, purposes.consents);
  const optsOut = draws.chance(sigmoid(-2.4 - 0.6 * nature.engagement - 0.2 * nature.digital));
  const leavesOn = HISTORY_BEGINS + 365 + Math.floor(draws.uniform() * 3_300);
  const asked = draws.chance(0.4);
  const agrees = draws.chance(0.55);
  return {
    decidedOn: nature.arrivesOn,
    marketingEndsOn: optsOut ? Math.max(leavesOn, nature.arrivesOn + 40) : NEVER,
    sms: asked ? agrees : undefined,
  };
}

/** First day on which no newsletter or invitation may be sent any more. */
export const marketingEndsOn = (life: Life): DayNumber => wishesOf(life).marketingEndsOn;

export function enterConsents(life: Life): void {
  const { decidedOn, marketingEndsOn: endsOn, sms } = wishesOf(life);
  const ended = endsOn <= life.association.today;
  enter(life, 'email', 'renewal', true, decidedOn, []);
  enter(life, 'email', 'marketing', !ended, decidedOn, [endsOn], ended ? endsOn : decidedOn);
  if (sms !== undefined) enter(life, 'sms', 'renewal', sms, decidedOn, []);
}

function enter(
  { ledger, id }: Life,
  channel: string,
  purpose: string,
  granted: boolean,
  madeOn: DayNumber,
  changes: readonly DayNumber[],
  decidedOn = madeOn,
): void {
  ledger.enter('Consents', `${id}|${channel}|${purpose}`, madeOn, changes, {
    ID: id,
    Channel: channel,
    Purpose: purpose,
    IsGranted: granted,
    DecidedOn: textOf(decidedOn),
  });
}
