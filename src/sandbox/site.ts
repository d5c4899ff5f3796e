/* The site behind the wire: today's shelf, the rows written to it, and its clock. */
import type { Clock } from '../clock.js';
import { type DayNumber, numberOf } from './calendar.js';
import { associationOn } from './life.js';
import { Finder } from './list.js';
import type { Overlay } from './overlay.js';
import { Shelf } from './shelf.js';
import { panelNames } from './tables.js';

export interface Open {
  readonly shelf: Shelf;
  readonly finder: Finder;
}

export interface Site {
  /** Today's rows: made anew, once, when a new day has begun. */
  open(): Promise<Open>;
  readonly overlay: Overlay;
  /** Stops a generation under way. */
  end(): void;
  /** The site's local time now, ISO without zone. */
  localTime(): string;
  /** Writes a row of a party; null deletes it. */
  write(shelf: Shelf, table: string, owner: string, key: string, value: object | null): void;
}

export interface SiteOptions {
  readonly seed: number;
  readonly members: number;
  readonly clock: Clock;
  readonly overlay: Overlay;
  readonly onProgress?: (done: number, all: number) => void;
}

export function createSite({ seed, members, clock, overlay, onProgress }: SiteOptions): Site {
  const ending = new AbortController();
  let opened: { readonly today: DayNumber; readonly open: Promise<Open> } | undefined;
  const fill = async (today: DayNumber): Promise<Open> => {
    const shelf = await Shelf.fill(associationOn(seed, members, today), overlay, panelNames, {
      signal: ending.signal,
      ...(onProgress && { onProgress }),
    });
    return { shelf, finder: new Finder(shelf, () => overlay.version) };
  };
  const localTime = (): string => localTimeAt(clock.now(), clock.timeZone);
  return {
    overlay,
    localTime,
    end: () => ending.abort(),
    open() {
      const today = numberOf(clock.today());
      if (opened?.today !== today) {
        const open = fill(today);
        // Nobody may be waiting yet; whoever asks gets the failure itself.
        open.catch(() => {});
        opened = { today, open };
      }
      return opened.open;
    },
    write(shelf, table, owner, key, value) {
      const stated = value !== null && 'updatedOn' in value ? String(value.updatedOn) : localTime();
      overlay.write({ table, owner, key, updatedOn: stated, value });
      shelf.touched(owner);
    },
  };
}

/** The Swedish form of a time is ISO 8601 with a blank. */
export const localTimeAt = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(instant)
    .replace(' ', 'T');
