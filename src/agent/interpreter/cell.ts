/* The items of one stretch of words: by meaning, of each kind the cheapest few. */
import type { Identities } from './identity.js';
import type { Item, Sense } from './senses.js';

const CELL = 14;
const BEST_OF_A_KIND = 3;
const BEST_OF_MANY = 6;
const COST_WINDOW = 1.5;

export class Cell {
  readonly items = new Map<string, Item>();
  /** Costs of the cheapest of each kind, ascending. */
  readonly #best = new Map<string, number[]>();

  /** False when nothing of this kind that costs this much, or more, would be kept. */
  takes(kind: string, cost: number): boolean {
    const best = this.#best.get(kind);
    if (!best) return true;
    return cost <= (best[0] ?? 0) + COST_WINDOW && (best.length < BEST_OF_MANY || cost < (best[BEST_OF_MANY - 1] ?? 0));
  }

  /** True when the item is new here, or cheaper than the same meaning was. */
  add(item: Item, identities: Identities): boolean {
    const kind = kindOf(item.sense);
    if (!this.takes(kind, item.cost)) return false;
    const key = identities.of(item.sense);
    const known = this.items.get(key);
    if (known && known.cost <= item.cost + 1e-9) return false;
    this.items.set(key, item);
    const best = (this.#best.get(kind) ?? []).filter((_, at, all) => !known || at !== all.indexOf(known.cost));
    this.#best.set(kind, [...best, item.cost].sort((a, b) => a - b).slice(0, BEST_OF_MANY));
    return true;
  }

  /** Of each kind the best few, and none that explains less at a price no later rule can win back. */
  prune(): void {
    if (this.items.size <= CELL) return;
    const kinds = new Map<string, { count: number; best: number }>();
    for (const [key, item] of [...this.items].sort(([, a], [, b]) => a.cost - b.cost)) {
      const kind = kindOf(item.sense);
      const seen = kinds.get(kind) ?? { count: 0, best: item.cost };
      kinds.set(kind, { ...seen, count: seen.count + 1 });
      const most = kind === 'Call' || kind === 'Cond' ? BEST_OF_MANY : BEST_OF_A_KIND;
      if (seen.count >= most || item.cost > seen.best + COST_WINDOW) this.items.delete(key);
    }
  }
}

export const kindOf = (sense: Sense): string => (sense.cat === 'Joined' ? `${sense.by}:${sense.of.cat}` : sense.cat);

/** What two neighbours can only become, where that is one kind; undefined where it may be several. */
export function kindOfBoth(left: Sense, right: Sense): string | undefined {
  if (left.cat === 'Call' || right.cat === 'Call') return 'Call';
  if (left.cat === 'Cond' && (right.cat === 'Cond' || right.cat === 'Joined')) return 'Cond';
  return undefined;
}
