/*
 * Where a site answers queries from a cache by their address, no two requests for all rows of a query have the same one:
 * each gets the prompt UpdatedSince, which every query of the pack has, with a time of its own long before any row. Pages
 * asked for with different ones fit each other, since all let the same rows through; that these are all rows must have
 * been seen of the site, as a row without a time passes no prompt. A parameter the query does not have would be a guess,
 * so none is added. A request for what changed names its time already, another one in every run.
 */
import { systemClock } from '../clock.js';

// The first year SQL Server takes for a time: rows of 1900-01-01, which stands for no time in some columns, are later.
const BEFORE_EVERYTHING = Date.UTC(1753, 0, 1);
const TEN_YEARS_OF_SECONDS = 315_360_000;

// Only to begin elsewhere than the process before this one did.
const machineClock = systemClock('UTC');

/** Prompts that differ from each other, site-local time; `begin` is where the numbering starts. */
export function promptsApart(begin = machineClock.now().getTime()): () => string {
  let number = begin;
  return () => {
    number += 1;
    const seconds = number % TEN_YEARS_OF_SECONDS;
    return new Date(BEFORE_EVERYTHING + seconds * 1000).toISOString().slice(0, 19);
  };
}
