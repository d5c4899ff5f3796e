/* What is looked at and taken home once signed in. */
import { type DayNumber, dayNumber, textOf } from './calendar.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { documents, type Interest, pages } from './words/catalog.js';

/** The portal began to record pages later than logins. */
export const PAGES_BEGIN: DayNumber = dayNumber(2024, 4, 1);

/** The pages of the `visit`-th login; some of them are left with a document. */
export function browse(life: Life, visit: number, on: DayNumber): void {
  if (on < PAGES_BEGIN) return;
  const { association, index, ledger, id } = life;
  const draws = new Draws(association.seed, index, within(purposes.browsing, visit));
  for (let left = draws.poisson(0.9, 4); left > 0; left--) {
    const PageViewId = `V${numbered(id, ledger.number('PageViews'), 3)}`;
    const { name } = drawnByInterest(life, pages, draws.uniform());
    ledger.enter('PageViews', PageViewId, on, [], { PageViewId, ID: id, Page: name, ViewedOn: textOf(on) });
  }
  if (!draws.chance(0.32)) return;
  const DownloadId = `D${numbered(id, ledger.number('Downloads'), 3)}`;
  const { name } = drawnByInterest(life, documents, draws.uniform());
  ledger.enter('Downloads', DownloadId, on, [], { DownloadId, ID: id, Document: name, DownloadedOn: textOf(on) });
}

/** A weight for a page or document about something. */
const weightOf = ({ character }: Life, about: Interest): number =>
  about === 'any' ? 1 : about === 'renewal' ? 0.7 : character.interests[about];

/** One entry, more often the ones this person cares for. */
function drawnByInterest<T extends { readonly about: Interest }>(life: Life, entries: readonly T[], share: number): T {
  let total = 0;
  for (const { about } of entries) total += weightOf(life, about);
  let left = share * total;
  for (const entry of entries) {
    left -= weightOf(life, entry.about);
    if (left < 0) return entry;
  }
  return entries[0] as T;
}
