/* Messages sent, and whether they were opened and clicked. */
import { MAILS_BEGIN } from './association.js';
import { type DayNumber, textOf, yearOf } from './calendar.js';
import { marketingEndsOn } from './consents.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { chanceOf, Draws, sigmoid } from './random.js';
import { moodOn } from './renewal.js';

type Purpose = 'newsletter' | 'event' | 'renewal';
const NEVER: DayNumber = 1_000_000;

/** Newsletters and conference invitations of the days from `from` to `to`. */
export function sendMailings(life: Life, from: DayNumber, to: DayNumber): void {
  if (to < MAILS_BEGIN) return;
  const until = Math.min(to, marketingEndsOn(life) - 1);
  const { newsletters, conferences } = life.association;
  for (const { campaign, sentOn } of newsletters) {
    if (sentOn >= from && sentOn <= until) send(life, campaign, 'newsletter', sentOn);
  }
  for (const { name, announcedOn } of conferences) {
    const sentOn = announcedOn + 7;
    if (sentOn >= from && sentOn <= until) send(life, name, 'event', sentOn);
  }
}

/** Sends one message, if the member can be written to at all. */
export function send(life: Life, campaign: string, purpose: Purpose, sentOn: DayNumber): void {
  if (sentOn < MAILS_BEGIN || life.nature.diesOn <= sentOn) return;
  const { association, index, nature, ledger, id } = life;
  const MessageId = `E${numbered(id, ledger.number('MailEvents'), 3)}`;
  const draws = new Draws(association.seed, index, within(purposes.mails, sentOn));
  const bounced = sentOn >= bouncesFrom(life) || draws.chance(0.004);
  const keenness =
    0.9 * nature.digital + 0.5 * life.engagementIn(yearOf(sentOn)) + 0.6 * moodOn(life.impressions, sentOn);
  const opens = draws.chance(sigmoid(keenness + (purpose === 'renewal' ? 0.4 : -0.5)));
  const openedOn = opens && !bounced ? sentOn + Math.floor(draws.exponential(1.4)) : NEVER;
  const clicks = draws.chance(sigmoid(-1.4 + 0.5 * keenness + (purpose === 'renewal' ? 0.6 : 0)));
  const clickedOn = clicks && openedOn !== NEVER ? openedOn + (draws.chance(0.85) ? 0 : 1) : NEVER;
  const { today } = association;
  ledger.enter('MailEvents', MessageId, sentOn, [openedOn, clickedOn], {
    MessageId,
    ID: id,
    Campaign: campaign,
    Purpose: purpose,
    SentOn: textOf(sentOn),
    ...(openedOn <= today && { OpenedOn: textOf(openedOn) }),
    ...(clickedOn <= today && { ClickedOn: textOf(clickedOn) }),
    Bounced: bounced,
  });
}

/** Some addresses die at some day and nobody notices. */
function bouncesFrom(life: Life): DayNumber {
  const share = chanceOf(life.association.seed, life.index, purposes.mails);
  return share < 0.04 ? MAILS_BEGIN + Math.floor((share / 0.04) * 1_200) : NEVER;
}
