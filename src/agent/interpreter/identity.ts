/* When two senses are the same: by the meaning of their definitions, not by how they were put together. */
import type { Customs } from '../../language/reading.js';
import type { Definition } from '../../population/definition.js';
import { identity } from '../../population/normal.js';
import type { OpenFrame, Sense } from './senses.js';

/** Keys for one day: windows are compared as days. Each part is spelt once. */
export class Identities {
  readonly #definitions = new WeakMap<Definition, string>();
  readonly #senses = new WeakMap<Sense, string>();
  readonly #customs: Customs;

  constructor(customs: Customs) {
    this.#customs = customs;
  }

  ofDefinition(definition: Definition): string {
    const known = this.#definitions.get(definition);
    if (known !== undefined) return known;
    const key = this.#spell(definition);
    this.#definitions.set(definition, key);
    return key;
  }

  of(sense: Sense): string {
    const known = this.#senses.get(sense);
    if (known !== undefined) return known;
    const key = `${sense.cat}|${this.#contents(sense)}`;
    this.#senses.set(sense, key);
    return key;
  }

  /** Of the arguments of a call. */
  ofArguments(args: Readonly<Record<string, unknown>>): string {
    return Object.entries(args)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([name, value]) =>
          `${name}=${name === 'definition' ? this.ofDefinition(value as Definition) : JSON.stringify(value)}`,
      )
      .join(';');
  }

  #spell(definition: Definition): string {
    if (definition.op !== 'all' && definition.op !== 'any') return identity(definition, this.#customs);
    if (definition.of.length === 0) return 'everyone';
    const parts = definition.of
      .flatMap((part) => (part.op === definition.op ? part.of : [part]))
      .map((part) => this.ofDefinition(part));
    const [only] = parts;
    const unique = [...new Set(parts)].sort();
    return unique.length === 1 && only !== undefined ? only : `${definition.op}(${unique.join(',')})`;
  }

  #contents(sense: Sense): string {
    switch (sense.cat) {
      case 'Cond':
        return `${this.#people(sense)}${sense.tail ? frameKey(sense.tail) : ''}`;
      case 'Call': {
        const slots = Object.entries(sense.slots).sort(([a], [b]) => (a < b ? -1 : 1));
        // Inside a call the tail is of no consequence any more, but the head decides the population.
        const spelt = slots.map(
          ([name, slot]) => `${name}=${slot.cat === 'Cond' ? this.#people(slot) : this.of(slot)}`,
        );
        return `${sense.isAddition ? '+' : ''}${sense.tool.tool.name}${spelt.join(';')}`;
      }
      case 'Frame':
        return frameKey(sense.frame);
      case 'Joined':
        return `${sense.by}:${this.of(sense.of)}`;
      default:
        return JSON.stringify(sense);
    }
  }

  #people({ head, definition, isClosed }: Sense & { cat: 'Cond' }): string {
    return `${isClosed ? '!' : ''}${head?.name ?? ''}${this.ofDefinition(definition)}`;
  }
}

const frameKey = ({ leaf, mates, ...filled }: OpenFrame): string =>
  `${leaf.id}${(mates ?? []).map(({ id }) => `+${id}`).join('')}${JSON.stringify(Object.entries(filled).sort())}`;
