import type { Sandbox } from '../../src/sandbox/start.js';

/** What came back, read as a member of staff's tool would read it: without our own client in between. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

export interface Page {
  readonly rows: readonly Record<string, unknown>[];
  readonly total: number;
  readonly next: number;
}

/** A plain HTTP client of one account. */
export class WireClient {
  readonly #sandbox: Sandbox;
  #token = '';

  private constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  static async signedIn(sandbox: Sandbox, account: 'read' | 'write' = 'read'): Promise<WireClient> {
    const client = new WireClient(sandbox);
    await client.signIn(account);
    return client;
  }

  async signIn(account: 'read' | 'write'): Promise<void> {
    const { user, password } = this.#sandbox.accounts[account];
    const reply = await this.token({ grant_type: 'password', username: user, password: password.reveal() });
    this.#token = String(reply.body['access_token']);
  }

  token(form: Record<string, string>): Promise<Reply> {
    return this.#exchange('/token', { method: 'POST', body: new URLSearchParams(form) });
  }

  send(method: string, path: string, body?: unknown): Promise<Reply> {
    return this.#exchange(path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
  }

  get(path: string): Promise<Reply> {
    return this.send('GET', path);
  }

  async page(path: string): Promise<Page> {
    const { body, status } = await this.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    const items = body['Items'] as { $values: Record<string, unknown>[] };
    return { rows: items.$values, total: Number(body['TotalCount']), next: Number(body['NextOffset']) };
  }

  /** Every row, by NextOffset. */
  async all(path: string, limit = 500): Promise<readonly Record<string, unknown>[]> {
    const rows: Record<string, unknown>[] = [];
    let offset = 0;
    do {
      const page = await this.page(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}&offset=${offset}`);
      rows.push(...page.rows);
      offset = page.next;
    } while (offset !== 0);
    return rows;
  }

  async #exchange(path: string, init: RequestInit): Promise<Reply> {
    const response = await fetch(this.#sandbox.url + path, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { value };
  } catch {
    return {};
  }
}

/** Properties of a property bag, unwrapped. */
export function properties(row: Record<string, unknown>): Record<string, unknown> {
  const { $values } = row['Properties'] as { $values: { Name: string; Value: unknown }[] };
  return Object.fromEntries(
    $values.map(({ Name, Value }) => [
      Name,
      typeof Value === 'object' && Value !== null && '$value' in Value ? Value.$value : Value,
    ]),
  );
}
