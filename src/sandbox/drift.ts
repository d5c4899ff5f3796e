/* Rows that go and come before the place a reader has reached: the rest of the list moves up or down by one. */

export interface Drifts {
  /** By how many rows the list asked for has moved since its first page; `hit` moves it once more. */
  at(url: URL, hit: boolean): number;
}

export function createDrifts(): Drifts {
  const moved = new Map<string, number>();
  let hits = 0;
  return {
    at(url, hit) {
      const parameters = new URLSearchParams(url.search);
      const isFirst = Number(parameters.get('offset') ?? 0) === 0;
      parameters.delete('offset');
      const list = `${url.pathname}?${parameters}`;
      if (isFirst) moved.delete(list);
      // The first hit sees a row go, the next a row come, and so on.
      if (hit) moved.set(list, (moved.get(list) ?? 0) + (hits++ % 2 === 0 ? 1 : -1));
      return moved.get(list) ?? 0;
    },
  };
}
