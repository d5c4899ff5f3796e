/* The address of a site and its two accounts, for its profile: no user name, no certificate, no token. */
import { ExpectedError } from '../../errors.js';
import type { Guess, SiteProfile } from '../../imis/contracts/site-profile.js';
import type { ImisWriter } from '../../imis/port.js';
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
  const said = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(said)) return unknown('no answer says what time it is');
  // The header has whole seconds, cut: on average half a second too early.
  const finding = clockFinding(said + 500 - at);
  return { state: stateOf(finding), found: finding.found };
}

/** Signs the writing account in and asks for its rights, changing nothing: three requests, none without an account. */
export async function accountsOf(writer: ImisWriter | undefined): Promise<{ accounts: Accounts; calls: number }> {
  const readingSignsIn = holds('every question of this profile was asked with it');
  if (!writer) {
    const none = unknown('no writing account is set');
    return {
      accounts: { readingSignsIn, writingSignsIn: none, writingMayAddNotes: none, writingMayRemoveNotes: none },
      calls: 0,
    };
  }
  try {
    const adds = await writer.canWrite('Activity', 'add');
    const removes = await writer.canWrite('Activity', 'remove');
    return {
      accounts: {
        readingSignsIn,
        writingSignsIn: holds('asked for two rights'),
        writingMayAddNotes: rightOf(adds),
        writingMayRemoveNotes: rightOf(removes),
      },
      calls: 3,
    };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    const notAsked = unknown('its rights could not be asked for');
    return {
      accounts: {
        readingSignsIn,
        writingSignsIn: fails(error.kind),
        writingMayAddNotes: notAsked,
        writingMayRemoveNotes: notAsked,
      },
      calls: 3,
    };
  }
}

const rightOf = (has: boolean): Guess =>
  has ? holds('_haspermission says yes') : fails('_haspermission says no, or does not answer');
