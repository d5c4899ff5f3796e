/* What a server of the benchmark tells the process that measures it. */

/** Where one MCP server listens, under the name the measuring process knows it by. */
export type Addresses = Readonly<Record<string, string>>;

export interface Ready {
  readonly addresses: Addresses;
  /** Personal tokens, where the server mints any. */
  readonly tokens: readonly string[];
}

export type Request = 'cpu' | 'parts' | 'end';

/** A part of a call alone: milliseconds of processor. */
export interface Part {
  readonly name: string;
  readonly millis: number;
}

/** Milliseconds of processor the whole process has taken, threads included. */
export function processorMillis(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Answers the measuring process until it asks for the end, or has gone. */
export function serveMeasuring(ready: Ready, parts: () => Promise<readonly Part[]>, end: () => Promise<void>): void {
  process.once('disconnect', end);
  process.on('message', async (request: Request) => {
    if (request === 'cpu') process.send?.({ cpu: processorMillis() });
    else if (request === 'parts') process.send?.({ parts: await parts() });
    else process.disconnect();
  });
  process.send?.({ ready });
}
