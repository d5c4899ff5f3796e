import { Logger } from 'graphile-worker';

/** graphile-worker's log repeats payloads and messages; failures are told by `onFailure` instead. */
export const quiet = new Logger(() => () => undefined);
