/** A select over imis.parties (alias p) that grows joins and parameters as fields and events ask for them. */
import type { Day } from '../domain/day.js';
import type { Perspective } from './perspective.js';

export type SqlType = 'date' | 'integer' | 'numeric' | 'text' | 'text[]';

interface Parameters {
  readonly values: unknown[];
  readonly known: Map<string, string>;
}

export class Statement {
  readonly perspective: Perspective;
  readonly #parameters: Parameters;
  readonly #joins = new Map<string, string>();
  readonly #aliases = new Map<string, string>();

  constructor(perspective: Perspective, parameters: Parameters = { values: [], known: new Map() }) {
    this.perspective = perspective;
    this.#parameters = parameters;
  }

  /** A select inside this one: joins of its own, the same perspective and parameters. */
  nested(): Statement {
    return new Statement(this.perspective, this.#parameters);
  }

  get parameters(): readonly unknown[] {
    return this.#parameters.values;
  }

  get joins(): string {
    return [...this.#joins.values()].join('\n');
  }

  /** The number of the next parameter, for conditions that bring their own. */
  get nextParameter(): number {
    return this.#parameters.values.length + 1;
  }

  /** A value as a typed parameter; the same value is sent once. */
  parameter(value: string | number | readonly string[], type: SqlType): string {
    const { values, known } = this.#parameters;
    const key = `${type} ${JSON.stringify(value)}`;
    const before = known.get(key);
    if (before) return before;
    values.push(value);
    const spelt = `$${values.length}::${type}`;
    known.set(key, spelt);
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
    this.#parameters.values.push(...parameters);
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
