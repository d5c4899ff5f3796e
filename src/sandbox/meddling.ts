/* Somebody else at the site changes the record a request is about, just before the request is looked at. */
import type { Activity } from '../imis/contracts/activity.js';
import type { Party } from '../imis/contracts/party.js';
import { rowOf } from './read-routes.js';
import type { Asked } from './routes.js';
import type { Open, Site } from './site.js';
import { entityListing } from './tables.js';

const MARK = ' (changed by somebody else)';

/** Parties get another job title, notes another subject; other records are left alone. */
export function meddle(site: Site, open: Open, { path }: Asked): void {
  const [entity = '', id] = path;
  const listing = entityListing(entity);
  if (listing === undefined || id === undefined || id.startsWith('_')) return;
  const row = rowOf(open, listing, id);
  if (row === undefined) return;
  const updatedOn = site.localTime();
  if (listing.name === 'Party') {
    const party = row.value as Party;
    const value = { ...party, jobTitle: toggled(party.jobTitle ?? 'Member'), updatedOn };
    site.write(open.shelf, 'Party', party.partyId, row.key, value);
  }
  if (listing.name === 'Activity') {
    const activity = row.value as Activity;
    const value = { ...activity, description: toggled(activity.description ?? 'Note'), updatedOn };
    site.write(open.shelf, 'Activity', activity.partyId, row.key, value);
  }
}

const toggled = (text: string): string => (text.endsWith(MARK) ? text.slice(0, -MARK.length) : text + MARK);
