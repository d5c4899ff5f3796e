/*
 * Up to when every change of an entity is known, in the site's own local time, taken from the rows' UpdatedOn: the site
 * has no clock to ask. A reading takes a while, and what changes during it may be missed; the newest row seen is at most
 * as late as the end of the reading, so newest minus the time it took is not later than its beginning.
 */
// A transaction in iMIS may become visible some minutes after the time it wrote into the row.
const OVERLAP_MILLIS = 10 * 60_000;
// Answers of queries are cached by their address: an address that differs each time is not answered from the cache.
const SHIFTS = 60;
const TOLERANCE_MILLIS = 5 * 60_000;

/** The later of the watermark known and what this reading proves. */
export function watermarkAfter(
  known: string | undefined,
  newest: string | undefined,
  tookMillis: number,
): string | undefined {
  if (newest === undefined) return known;
  const proved = shifted(newest, -Math.max(0, tookMillis));
  return known === undefined || proved > known ? proved : known;
}

/** The prompt of the next incremental reading; `turn` differs from one reading to the next. */
export const askSince = (watermark: string, turn: number): string =>
  shifted(watermark, -OVERLAP_MILLIS - (turn % SHIFTS) * 1000);

/**
 * The newest of these times that can be true: a row dated in the future by mistake, or kept in another time zone, would
 * make later changes look already known. Our clock only caps it; where it is behind the site's, more is read twice.
 */
export function newestOf(times: Iterable<string | undefined>, now: Date, timeZone: string): string | undefined {
  const latest = latestTrue(now, timeZone);
  let newest: string | undefined;
  for (const time of times)
    if (time !== undefined && time <= latest && (newest === undefined || time > newest)) newest = time;
  return newest;
}

/** A row dated later than this, in site-local time, is dated in the future by mistake. */
export const latestTrue = (now: Date, timeZone: string): string =>
  siteTime(new Date(now.getTime() + TOLERANCE_MILLIS), timeZone);

/** An instant as the clocks of a time zone show it, ISO without zone. */
export function siteTime(instant: Date, timeZone: string): string {
  const shown = formats.get(timeZone) ?? swedish(timeZone);
  formats.set(timeZone, shown);
  return shown.format(instant).replace(' ', 'T');
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** The Swedish form is ISO 8601 with a blank. */
const swedish = (timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });

const shifted = (time: string, millis: number): string =>
  new Date(Date.parse(`${time}Z`) + millis).toISOString().replace(/\.?0*Z$/, '');
