/** A select over imis.parties (alias p) that grows joins and parameters as fields and events ask for them. */
import type { Day } from '../domain/day.js';
import type { Perspective } from './perspective.js';

export type SqlType = 'date' | 'integer' | 'numeric' | 'text' | 'text[]';

export class Statement {
  readonly perspective: Perspective;
  readonly #parameters: unknown[] = [];
  readonly #joins = new Map<string, string>();
  readonly #aliases = new Map<string, string>();
  readonly #known = new Map<string, string>();

  constructor(perspective: Perspective) {
    this.perspective = perspective;
  }

  get parameters(): readonly unknown[] {
    return this.#parameters;
  }

  get joins(): string {
    return [...this.#joins.values()].join('\n');
  }

  /** The number of the next parameter, for conditions that bring their own. */
  get nextParameter(): number {
    return this.#parameters.length + 1;
  }

  /** A value as a typed parameter; the same value is sent once. */
  parameter(value: string | number | readonly string[], type: SqlType): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const known = this.#known.get(key);
    if (known) return known;
    this.#parameters.push(value);
    const spelt = `$${this.#parameters.length}::${type}`;
    this.#known.set(key, spelt);
    return spelt;
  }

  /** A short name for something joined, the same for the same key. */
  alias(prefix: string, key: unknown): string {
    const spelt = `${prefix} ${JSON.stringify(key)}`;
    const alias = this.#aliases.get(spelt) ?? `${prefix}_${this.#aliases.size + 1}`;
    this.#aliases.set(spelt, alias);
    return alias;
  }

  append(parameters: readonly unknown[]): void {
    this.#parameters.push(...parameters);
  }

  day(of: Day): string {
    return this.parameter(of, 'date');
  }

  get today(): string {
    return this.day(this.perspective.calendar.today);
  }

  get graceDays(): string {
    return this.parameter(this.perspective.graceDays, 'integer');
  }

  /** Joins once under a name, and gives the name. */
  join(alias: string, sql: () => string): string {
    if (!this.#joins.has(alias)) this.#joins.set(alias, `left join ${sql()}`);
    return alias;
  }
}
