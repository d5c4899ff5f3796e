import type { GuessState, SiteProfile } from '../../imis/contracts/site-profile.js';

export interface ProfileFigures {
  readonly calls: number;
  /** Structures of answers written down. */
  readonly entries: number;
  /** Guesses by state. */
  readonly guesses: Readonly<Record<GuessState, number>>;
}

/** How many guesses hold, do not, or are not known. */
export function figuresOf(profile: SiteProfile): ProfileFigures {
  const guesses: Record<GuessState, number> = { holds: 0, 'does not hold': 0, 'not known': 0 };
  count({ ...profile.guesses, ...profile.accounts, ...profile.endpoint }, guesses);
  return { calls: profile.calls ?? 0, entries: Object.keys(profile.shapes ?? {}).length, guesses };
}

function count(value: unknown, guesses: Record<GuessState, number>): void {
  if (typeof value !== 'object' || value === null) return;
  const state = 'state' in value ? (value.state as GuessState) : undefined;
  if (state !== undefined) guesses[state] += 1;
  else for (const member of Object.values(value)) count(member, guesses);
}

export const inFigures = (file: string, { calls, entries, guesses }: ProfileFigures): string =>
  [
    `Wrote ${file} after ${calls} requests. Of our guesses ${guesses.holds} hold, ${guesses['does not hold']} do not, ${guesses['not known']} are not known.`,
    `It has the shapes of ${entries} kinds of answers and holds no values.`,
    'Set IMIS_PROFILE to it, and the copilot goes by it from its next start.',
  ].join('\n');
