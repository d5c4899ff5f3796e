/* The address of a site and its two accounts, for its profile: no user name, no certificate, no token. */
import { ExpectedError } from '../../errors.js';
import type { Guess, SiteProfile } from '../../imis/contracts/site-profile.js';
import type { ImisWriter } from '../../imis/port.js';
import { skewOf } from '../../imis/site-clock.js';
import type { Given } from './asking.js';
import type { Finding } from './finding.js';
import { fails, holds, unknown } from './guess.js';
import { clockFinding } from './site.js';

type Endpoint = NonNullable<SiteProfile['endpoint']>;
type Accounts = NonNullable<SiteProfile['accounts']>;

// Which software answers: names of programs and versions, nothing of the association.
const SOFTWARE_HEADERS = ['server', 'x-powered-by', 'x-aspnet-version', 'x-aspnetmvc-version', 'x-imis-version'];

/** `answer`: any answer of the site. */
export function endpointOf(url: string, hop: Finding, answer: Given): Endpoint {
  const software = SOFTWARE_HEADERS.flatMap((name) => {
    const value = answer.headers.get(name) ?? '';
    return /^[\w ./()-]{1,60}$/.test(value) ? [[name, value] as const] : [];
  });
  return {
    address: url,
    encryption: { state: stateOf(hop), found: hop.found.slice(0, 400) },
    clocksAgree: clocksOf(answer),
    software: Object.fromEntries(software),
  };
}

const stateOf = ({ state }: Finding): Guess['state'] =>
  (({ good: 'holds', mend: 'does not hold', note: 'not known' }) as const)[state];

function clocksOf({ headers, at }: Given): Guess {
  const skew = skewOf(headers, at);
  if (skew === undefined) return unknown('no answer says what time it is');
  const finding = clockFinding(skew);
  return { state: stateOf(finding), found: finding.found };
}

/** Signs the writing account in and asks for its rights, changing nothing: three requests, none without an account. */
export async function accountsOf(writer: ImisWriter | undefined): Promise<Accounts> {
  const readingSignsIn = holds('every question of this profile was asked with it');
  if (!writer) {
    const none = unknown('no writing account is set');
    return { readingSignsIn, writingSignsIn: none, writingMayAddNotes: none, writingMayRemoveNotes: none };
  }
  const adds = await rightOf(writer, 'add');
  // Credentials that were refused are not sent again: the second question ends as the first did.
  const removes = await rightOf(writer, 'remove');
  return {
    readingSignsIn,
    writingSignsIn: signInOf([adds, removes]),
    writingMayAddNotes: adds.guess,
    writingMayRemoveNotes: removes.guess,
  };
}

interface Right {
  readonly guess: Guess;
  /** Kind of the failure where the question had no answer. */
  readonly failure?: string;
}

async function rightOf(writer: ImisWriter, action: 'add' | 'remove'): Promise<Right> {
  try {
    const has = await writer.canWrite('Activity', action);
    return { guess: has ? holds('_haspermission says yes') : fails('_haspermission says no, or is refused') };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return { guess: unknown('its rights could not be asked for'), failure: error.kind };
  }
}

/** One answer proves that it signs in, whatever became of the other question. */
function signInOf(rights: readonly Right[]): Guess {
  if (rights.some(({ failure }) => failure === undefined)) return holds('asked for two rights');
  const kinds = rights.map(({ failure }) => failure ?? '');
  return kinds.includes('imis_sign_in') ? fails('imis_sign_in') : unknown(kinds[0] ?? 'not asked');
}
