import { ExpectedError } from '../errors.js';

/** Another process took over because this one had not been heard of: what it had committed stands. */
export class LeaseLost extends ExpectedError {
  readonly kind = 'sync_taken_over';
  constructor() {
    super(
      'Another process took the sync over, because this one had not been heard of for a while.',
      'Nothing is lost: look at the status, and sync again if it is not complete.',
    );
  }
}

export class SyncStopped extends ExpectedError {
  readonly kind = 'sync_stopped';
  constructor() {
    super('The sync was stopped before it had ended.', 'Run it again: it goes on where it was stopped.');
  }
}
