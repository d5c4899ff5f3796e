/* Sends attempts over kept connections, a few at a time, and notes how each of them ended. */
import { Agent, request } from 'node:http';
import type { Attempt } from './malformed.js';

export interface Outcome {
  /** A status, 'closed' where the server closed the connection, 'left' where the client went away, 'hung' past the bound. */
  readonly how: number | 'closed' | 'left' | 'hung';
  readonly text: string;
  readonly attempt: Attempt;
}

// A count takes milliseconds; a machine busy with other tests may need many times that.
const BOUND_MILLIS = 20_000;
// A stream of the server's own, which a client holds open, is answered once its headers are there.
const LOOKED_AT_MILLIS = 20;
const AT_A_TIME = 8;

export async function sent(url: string, token: string, list: readonly Attempt[]): Promise<readonly Outcome[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });
  const outcomes: Outcome[] = [];
  let next = 0;
  const worker = async () => {
    for (let attempt = list[next++]; attempt; attempt = list[next++])
      outcomes.push(await outcomeOf(url, token, agent, attempt));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  agent.destroy();
  return outcomes;
}

function outcomeOf(url: string, token: string, agent: Agent, attempt: Attempt): Promise<Outcome> {
  return new Promise((resolve) => {
    let text = '';
    const ended = (how: Outcome['how']) => {
      clearTimeout(bound);
      resolve({ how, text, attempt });
    };
    const bound = setTimeout(() => {
      ended('hung');
      asking.destroy();
    }, BOUND_MILLIS);
    const { method, headers, body, lacking } = attempt;
    const asking = request(new URL('/mcp', url), {
      method,
      // What is never sent would leave a kept connection of no use.
      ...(lacking === 0 && { agent }),
      headers: { ...headers, authorization: `Bearer ${token}`, 'content-length': body.length + lacking },
    });
    asking.on('error', () => ended(lacking > 0 ? 'left' : 'closed'));
    asking.on('response', (response) => {
      const how = response.statusCode ?? 0;
      response.on('data', (part: Buffer) => {
        text += part.toString();
      });
      response.on('close', () => ended(how));
      response.on('error', () => ended(how));
      if (method === 'GET' && how === 200) setTimeout(() => response.destroy(), LOOKED_AT_MILLIS);
    });
    if (lacking > 0) {
      asking.write(body);
      setTimeout(() => asking.destroy(new Error('gone')), LOOKED_AT_MILLIS);
    } else asking.end(body);
  });
}

/** How often each status and error code was answered, the most frequent first. */
export function tally(outcomes: readonly Outcome[]): readonly (readonly [answer: string, times: number])[] {
  const counts = new Map<string, number>();
  for (const { how, text } of outcomes) {
    const code = /"error":\{"code":(-?\d+)/.exec(text)?.[1];
    const kind = code ?? (/"isError":true/.test(text) ? 'a refusal in words' : text === '' ? 'nothing' : 'a result');
    const answer = `${how} ${kind}`;
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}
