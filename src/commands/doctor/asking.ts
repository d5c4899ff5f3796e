/* Questions to a site for its profile: one at a time, timed; a failure is an answer too. */
import { systemClock } from '../../clock.js';
import { ExpectedError } from '../../errors.js';
import { decodePage, type RawPage } from '../../imis/contracts/envelope.js';
import { ImisNoAnswer, ImisRefused, ImisSignInFailed } from '../../imis/failures.js';
import type { createReader } from '../../imis/read.js';

export interface Given {
  readonly isGiven: true;
  readonly wire: unknown;
  /** Undefined when the answer is no page of rows. */
  readonly page: RawPage | undefined;
  readonly headers: Headers;
  readonly millis: number;
  /** This machine's time in the middle of the exchange, milliseconds since 1970. */
  readonly at: number;
}

export interface Failed {
  readonly isGiven: false;
  /** Kind of the failure and what was refused, for people: "imis_refused, not offered". */
  readonly why: string;
  readonly kind: string;
  /** The site said that it has no such thing: 404 or 501. */
  readonly isNotOffered: boolean;
}

export type Reply = Given | Failed;

export interface Asker {
  ask(path: string, doing: string): Promise<Reply>;
}

// Two ends of an exchange are compared on the machine's own clock, whatever day the copilot takes for today.
const machineClock = systemClock('UTC');

/** Rejects where nothing can be asked at all: the sign-in fails, or the site cannot be reached. */
export function createAsker(reader: Pick<ReturnType<typeof createReader>, 'answer'>): Asker {
  return {
    async ask(path, doing) {
      const before = machineClock.now().getTime();
      const began = performance.now();
      try {
        const { wire, headers } = await reader.answer(path, `for the profile: ${doing}`);
        const millis = performance.now() - began;
        return { isGiven: true, wire, page: decodePage(wire), headers, millis, at: before + millis / 2 };
      } catch (error) {
        if (!(error instanceof ExpectedError) || cannotGoOn(error)) throw error;
        return failed(error);
      }
    },
  };
}

const cannotGoOn = (error: ExpectedError): boolean =>
  error instanceof ImisSignInFailed ||
  (error instanceof ImisNoAnswer && ['connection', 'certificate', 'unknown host'].includes(error.silence));

function failed(error: ExpectedError): Failed {
  const refusal = error instanceof ImisRefused ? error.refusal : undefined;
  return {
    isGiven: false,
    why: refusal ? `${error.kind}, ${refusal}` : error.kind,
    kind: error.kind,
    isNotOffered: refusal === 'not offered' || refusal === 'not found',
  };
}

/** iMIS itself said no. Silence, an error of a server or a page of something else may be otherwise a minute later. */
export const isRule = ({ kind }: Failed): boolean => kind === 'imis_refused';

/** Rows and total of a list, none where it failed. */
export const rowsOf = (reply: Reply): readonly unknown[] => (reply.isGiven ? (reply.page?.rows ?? []) : []);
export const totalOf = (reply: Reply): number => (reply.isGiven ? (reply.page?.total ?? 0) : 0);

/** The one of the longest list, undefined of none. */
export const largestOf = <T extends { readonly reply: Reply }>(samples: readonly T[]): T | undefined =>
  [...samples].sort((left, right) => totalOf(right.reply) - totalOf(left.reply))[0];
