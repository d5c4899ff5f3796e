/** How far a site's clock is ahead of ours, in milliseconds, by an answer that came `at`; undefined where it says no time. */
export function skewOf(headers: Headers, at: number): number | undefined {
  const said = Date.parse(headers.get('date') ?? '');
  // The header has whole seconds, cut: on average half a second too early.
  return Number.isNaN(said) ? undefined : said + 500 - at;
}
