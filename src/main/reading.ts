/*
 * What is read from iMIS, and what follows from it by itself: texts without personal details, the engagement score of the
 * day, the association's own log. Each may be repeated and goes on where it stopped.
 */
import { logInteractions } from '../approvals/log-interactions.js';
import type { ExecutorParts } from '../approvals/parts.js';
import { keepEngagement } from '../members/engagement.js';
import { forgetGenerations } from '../privacy/generations.js';
import { redactTexts } from '../privacy/intake.js';
import type { Settings } from '../settings.js';
import type { SyncReport } from '../sync/report.js';
import type { RunOptions, Sync } from '../sync/sync.js';

export interface Reading {
  /** Reads iMIS and brings up to date what follows from it. Throws what sync throws; a step that fails leaves the others. */
  run(options?: RunOptions): Promise<SyncReport>;
}

interface Parts {
  readonly sync: Sync;
  readonly settings: Settings;
  readonly executor: ExecutorParts;
  readonly onFailure: (step: string, error: unknown) => void;
}

export const readingOf = ({ sync, settings, executor, onFailure }: Parts): Reading => ({
  async run(options = {}) {
    const report = await sync.run(options);
    const { database, clock } = executor;
    const { association, engagement } = settings;
    const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['redact texts', () => redactTexts({ database, clock }, { ...(options.signal && { signal: options.signal }) })],
      ['keep engagement', () => keepEngagement({ database, clock, association, engagement })],
      ['log interactions', () => logInteractions(executor)],
      ['forget old model calls', () => forgetGenerations(database, clock, settings.modelLogDays)],
    ];
    for (const [step, work] of steps) {
      if (options.signal?.aborted) break;
      await work().catch((error: unknown) => onFailure(step, error));
    }
    return report;
  },
});
