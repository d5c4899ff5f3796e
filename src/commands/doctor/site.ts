/* What the two accounts can do on the site: sign in, read every entity, write notes; whether rows fit and clocks agree. */
import { type ContractName, endpoints } from '../../imis/contracts/endpoints.js';
import { ImisRefused } from '../../imis/failures.js';
import type { ImisWriter } from '../../imis/port.js';
import type { createReader } from '../../imis/read.js';
import { type Finding, fromFailure, good, note, toMend } from './finding.js';
import { rolesRefused } from './staff.js';

type Reader = ReturnType<typeof createReader>;

/** Signs the reading account in and compares the clocks; a `mend` here means that nothing more can be asked. */
export async function checkConnection(reader: Reader): Promise<Finding[]> {
  try {
    const skew = await reader.clockSkew();
    return [good('iMIS', 'The reading account signs in.'), clockFinding(skew)];
  } catch (error) {
    return [fromFailure('iMIS', error)];
  }
}

// Watermarks of sync overlap by minutes; beyond one minute something is wrong with one of the clocks.
const TOLERATED_SKEW_MILLIS = 60_000;

export function clockFinding(skewMillis: number): Finding {
  const seconds = Math.round(Math.abs(skewMillis) / 1000);
  if (Math.abs(skewMillis) <= TOLERATED_SKEW_MILLIS) return good('iMIS', `The clocks agree within ${seconds + 1} s.`);
  const which = skewMillis > 0 ? 'ahead of' : 'behind';
  return toMend(
    'iMIS',
    `The site's clock is ${seconds} s ${which} the clock of this machine.`,
    'Switch time synchronisation on, here or there.',
  );
}

const REMOTE_SERVICE = /^remote\s*service$/i;

export async function checkRoles(reader: Reader, userName: string): Promise<Finding> {
  try {
    const roles = await reader.rolesOf(userName);
    if (roles.some((role) => REMOTE_SERVICE.test(role)))
      return good('iMIS', 'The reading account has the role RemoteService.');
    return toMend(
      'iMIS',
      'The reading account does not have the role RemoteService.',
      'Add it in Community > Security; without it requests from outside are refused.',
    );
  } catch (error) {
    if (error instanceof ImisRefused) return rolesRefused('the reading account');
    return fromFailure('iMIS', error);
  }
}

/** Whether every entity can be listed, and whether the first rows have the shape we expect. */
export const checkEntities = async (reader: Reader): Promise<Finding[]> =>
  await Promise.all((Object.keys(endpoints) as ContractName[]).map((contract) => checkEntity(reader, contract)));

async function checkEntity(reader: Reader, contract: ContractName): Promise<Finding> {
  try {
    if (endpoints[contract].requiredFilters.length > 0) return await checkRegistrations(reader);
    return rowsFinding(contract, (await reader.page(contract, { limit: 5 })).rows);
  } catch (error) {
    if (!(error instanceof ImisRefused)) return fromFailure('iMIS', error);
    return toMend(
      'iMIS',
      `${contract} cannot be read.`,
      `Let the reading account see it: docs/imis-setup/README.md, step 1.`,
    );
  }
}

/** Registrations are listed by event only: those of the first event stand for all. */
async function checkRegistrations(reader: Reader): Promise<Finding> {
  const [event] = (await reader.page('Event', { limit: 1 })).rows;
  if (!event) return note('iMIS', 'EventRegistration was not looked at: the site has no event.');
  const filters = { EventId: `eq:${event.key}` };
  return rowsFinding('EventRegistration', (await reader.page('EventRegistration', { filters, limit: 5 })).rows);
}

function rowsFinding(contract: string, rows: readonly { fits: boolean; reasons?: readonly string[] }[]): Finding {
  const reasons = new Set(rows.flatMap((row) => row.reasons ?? []));
  if (reasons.size === 0) return good('iMIS', `${contract} can be read${rows.length === 0 ? '; it has no rows' : ''}.`);
  return toMend(
    'iMIS',
    `${contract} can be read, but rows do not fit: ${[...reasons].join('; ')}.`,
    'Run doctor --profile FILE and send the file, which holds no values, to whoever runs the copilot.',
  );
}

export interface WritingChecked {
  readonly findings: readonly Finding[];
  /** False when nothing more can be asked with the writing account. */
  readonly signsIn: boolean;
}

export async function checkWriting(writer: ImisWriter): Promise<WritingChecked> {
  try {
    const adds = (await writer.canWrite('Activity', 'add'))
      ? good('iMIS', 'The writing account signs in and may add notes.')
      : toMend(
          'iMIS',
          'The writing account may not add notes (Activity).',
          'Give it the right to add and delete activities: docs/imis-setup/README.md, step 1.',
        );
    const removes = (await writer.canWrite('Activity', 'remove'))
      ? good('iMIS', 'The writing account may take notes back.')
      : note(
          'iMIS',
          'The writing account may not delete notes (Activity): a note that was added cannot be taken back.',
          'Give it the right to delete activities, unless notes are to stay: docs/imis-setup/README.md, step 1.',
        );
    return { findings: [adds, removes], signsIn: true };
  } catch (error) {
    return { findings: [fromFailure('iMIS', error)], signsIn: false };
  }
}
