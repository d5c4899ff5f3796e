/** Ids and small flags only: payloads are stored for as long as a job waits, and personal details have no place there. */
export type Payload = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export interface JobContext {
  readonly jobId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Aborted when this process stops the queue, or may no longer hold the job: end soon. */
  readonly signal: AbortSignal;
}

/** What a job does. It may be run again after a crash at any instant, so it must bear being done twice. */
export type Task<P extends Payload> = (payload: P, context: JobContext) => Promise<void>;

/** Task names to the payloads they take. */
export type Payloads = Readonly<Record<string, Payload>>;
export type Tasks<P extends Payloads> = { readonly [Name in keyof P]: Task<P[Name]> };
