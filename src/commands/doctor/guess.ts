import type { Guess } from '../../imis/contracts/site-profile.js';

export const holds = (found: string) => ({ state: 'holds', found }) as const satisfies Guess;
export const fails = (found: string) => ({ state: 'does not hold', found }) as const satisfies Guess;
export const unknown = (found: string) => ({ state: 'not known', found }) as const satisfies Guess;
