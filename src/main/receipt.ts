/* How do you know? A receipt opened: what was counted, in words, and the number computed once more. */
import { catalog } from '../../tools/catalog.js';
import { computeAgain } from '../../tools/receipts/compute-again.js';
import { proposalsFor } from '../approvals/propose.js';
import type { Actor } from '../domain/actor.js';
import { sayInstant } from '../domain/instant.js';
import type { House } from '../main.js';
import { definitionInWords } from '../population/keep.js';
import { perspectiveOf } from '../population/perspective.js';
import { vocabularyOf } from '../population/vocabulary.js';
import { reveal } from '../privacy/reveal.js';
import { open, ReceiptUnknown, type StoredReceipt } from '../receipts/open.js';
import type { OpenedReceipt } from '../surfaces/console/parts.js';

/** For the person it was given to. Throws ReceiptUnknown for everybody else. */
export async function openReceipt(house: House, id: string, actor: Actor): Promise<OpenedReceipt> {
  const receipt = await open(house.database, id);
  if (receipt.actorId !== actor.id) throw new ReceiptUnknown();
  return {
    receipt: { ...receipt, readAt: sayInstant(receipt.readAt, house.settings.association.timeZone) },
    definition: await countedOf(house, receipt, actor),
    again: await computedAgain(house, receipt, actor),
  };
}

/** The definition a line a condition, with the days of the receipt's own day. */
async function countedOf({ database, settings }: House, receipt: StoredReceipt, actor: Actor) {
  if (!receipt.definition) return [];
  const perspective = perspectiveOf(actor.scope, receipt.asOf, settings.association, {});
  const vocabulary = await vocabularyOf(database);
  const lines = (await definitionInWords(database, receipt.definition, perspective, vocabulary)) ?? [];
  return await reveal(database, [...lines], actor);
}

const computedAgain = (house: House, receipt: StoredReceipt, actor: Actor): Promise<OpenedReceipt['again']> =>
  computeAgain(receipt, catalog, {
    actor,
    thread: receipt.thread,
    database: house.database,
    clock: house.clock,
    settings: house.settings,
    proposals: proposalsFor(house.approvals),
    onDefect: (error) => house.log.error({ part: 'receipt', error }, 'a number could not be computed again'),
  });
