/* Where an experience is told: as a case, a letter, a post, or not at all. */
import type { DayNumber } from './calendar.js';
import { openCase } from './cases.js';
import { CASES_BEGIN, EMAILS_BEGIN, type Experience, POSTS_BEGIN } from './experience.js';
import { writeLetter } from './letters.js';
import type { Life } from './life.js';
import { post } from './posts.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import type { Channel } from './told.js';
import { type ExperienceKind, experienceWords } from './words/experiences/all.js';

// A bad experience is remembered longer and told more often than a good one of the same size.
const BAD_WEIGHS = 1.5;

/** Something happened: it leaves an impression, and some tell the association about it. */
export function undergo(life: Life, experience: Experience, number: number): void {
  const { on, size, kind } = experience;
  if (on >= life.nature.diesOn) return;
  if (size !== 0) life.impressions.push({ on, size: size * (size < 0 ? BAD_WEIGHS : 1) * life.nature.temper });
  const draws = new Draws(life.association.seed, life.index, within(purposes.experiences, number));
  const channel = channelFor(life, kind, on, draws.uniform());
  if (channel !== undefined) speakUp(life, channel, experience);
}

// Shares of a case, a letter and a post; the rest says nothing.
const shares = {
  urgent: [0.6, 0.3, 0],
  negative: [0.32, 0.24, 0.12],
  neutral: [0.3, 0.22, 0.36],
  positive: [0.03, 0.3, 0.3],
} as const;

function channelFor({ nature }: Life, kind: ExperienceKind, on: DayNumber, share: number): Channel | undefined {
  const { sentiment, urgency } = experienceWords[kind];
  const [cases, letters, posts] = urgency === 'high' ? shares.urgent : shares[sentiment];
  const posted = nature.kind === 'organization' ? 0 : posts * (nature.digital > 0 ? 1.3 : 0.6);
  if (share < cases) return on >= CASES_BEGIN ? 'case' : undefined;
  if (share < cases + letters) return on >= EMAILS_BEGIN ? 'email' : undefined;
  return share < cases + letters + posted && on >= POSTS_BEGIN ? 'post' : undefined;
}

export function speakUp(life: Life, channel: Channel, experience: Experience): void {
  if (channel === 'case') openCase(life, experience);
  else if (channel === 'email') writeLetter(life, experience);
  else if (channel === 'post') post(life, experience);
}
