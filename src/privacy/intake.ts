import type { Clock } from '../clock.js';
import type { Database } from '../store/database.js';

export interface IntakeParts {
  readonly database: Database;
  readonly clock: Clock;
}

export interface IntakeReport {
  /** Texts that were new, changed, or redacted by earlier rules. */
  readonly redacted: number;
  /** Redacted texts whose text is gone. */
  readonly removed: number;
}

/**
 * Redacts every text of imis.texts that is new or changed into copilot.redacted_texts, in short ranges, each committed:
 * called again after a crash it goes on. Stops between two ranges when the signal says so.
 */
export async function redactTexts(
  { database, clock }: IntakeParts,
  options: { readonly signal?: AbortSignal } = {},
): Promise<IntakeReport> {
  throw new Error(`not written: ${typeof database} ${typeof clock} ${typeof options}`);
}
