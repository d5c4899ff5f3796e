/*
 * Single records read again after a write. They are believed whatever we hold, and remembered: a page of a list that
 * was asked for before may be applied after, so the run under way reads them once more at its end.
 */
import type { Transaction } from '../store/database.js';
import { commitOutcomes, removeRecords } from './apply.js';
import { clearRejects } from './rejects.js';
import type { ReadContext, Source } from './source.js';
import { activitySource } from './sources/activities.js';
import { contactSource } from './sources/contacts.js';
import { eventSource } from './sources/events.js';
import { invoiceSource } from './sources/invoices.js';
import { partySource } from './sources/parties.js';
import { paymentSource } from './sources/payments.js';

/** One record to read again: by its id in iMIS, or by the change key we wrote into it. */
export type RecordToRefresh =
  | { readonly contract: 'Activity'; readonly changeKey: string; readonly id?: undefined }
  | {
      readonly contract: 'Activity' | 'Party' | 'CsContact' | 'InvoiceSummary' | 'PaymentSummary' | 'Event';
      readonly id: string;
    };
type RefreshContract = RecordToRefresh['contract'];

/** A person's record and membership dates are two records of one id. */
const sourcesOf: Readonly<Record<RefreshContract, readonly Source[]>> = {
  Activity: [activitySource],
  Party: [partySource, contactSource],
  CsContact: [contactSource],
  InvoiceSummary: [invoiceSource],
  PaymentSummary: [paymentSource],
  Event: [eventSource],
};

export async function refreshRecord(
  context: ReadContext,
  contract: RefreshContract,
  id: string,
  readAt: string,
): Promise<void> {
  for (const source of sourcesOf[contract]) {
    const outcome = await source.get?.(context, id);
    const options = { readAt, force: true, touch: true };
    await commitOutcomes(context.database, source, outcome ? [outcome] : [], options, async (transaction, applied) => {
      if (outcome) await clearRejects(transaction, source.entity, applied.fittingKeys);
      else await removeRecords(transaction, source, [id], true);
      await remember(transaction, contract, id);
    });
  }
}

/** The SEQN of the activities that carry a change key: one, or none when the write never arrived. */
export async function activitiesWith(context: ReadContext, changeKey: string): Promise<readonly string[]> {
  const page = await context.imis.page('Activity', { filters: { UF_1: `eq:${changeKey}` }, orderBy: 'SEQN' });
  return page.rows.map(({ key }) => key);
}

const remember = (transaction: Transaction, contract: RefreshContract, id: string) =>
  transaction.query(
    `insert into copilot.sync_refreshed (contract, id) values ($1, $2)
     on conflict (contract, id) do update set refreshed_at = excluded.refreshed_at`,
    [contract, id],
  );

/** Forgets what was refreshed before a run: the pages it asks for are newer. */
export const forgetRefreshed = (database: Transaction) => database.query('delete from copilot.sync_refreshed');

/** Reads again what was refreshed while the run was under way. */
export async function refreshAgain(context: ReadContext, readAt: string): Promise<void> {
  const { rows } = await context.database.query<{ contract: RefreshContract; id: string }>(
    'select contract, id from copilot.sync_refreshed order by contract, id',
  );
  for (const { contract, id } of rows) await refreshRecord(context, contract, id, readAt);
}
