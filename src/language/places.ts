/** US states and territories and Canadian provinces: names and two-letter codes. */

import { longestAt } from './phrases.js';
import type { Reading, Words } from './reading.js';

export interface Place {
  /** Two letters, as on an address. */
  readonly code: string;
  readonly name: string;
  readonly country: 'US' | 'CA';
}

const list = (country: Place['country'], text: string): Place[] =>
  text.split(', ').map((entry) => ({ code: entry.slice(0, 2), name: entry.slice(3), country }));

export const places: readonly Place[] = [
  ...list(
    'US',
    'AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming, PR Puerto Rico, GU Guam, VI US Virgin Islands, AS American Samoa, MP Northern Mariana Islands',
  ),
  ...list(
    'CA',
    'AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, NS Nova Scotia, NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec, SK Saskatchewan, YT Yukon',
  ),
];

const nicknames: Readonly<Record<string, string>> = {
  cali: 'CA',
  calif: 'CA',
  mass: 'MA',
  penn: 'PA',
  'washington state': 'WA',
  'washington d.c': 'DC',
  'washington dc': 'DC',
  'washington d.c.': 'DC',
  'new york state': 'NY',
  newfoundland: 'NL',
  labrador: 'NL',
  pei: 'PE',
  québec: 'QC',
  'yukon territory': 'YT',
  'virgin islands': 'VI',
  'n carolina': 'NC',
  's carolina': 'SC',
  'n dakota': 'ND',
  's dakota': 'SD',
  'w virginia': 'WV',
  'n.j': 'NJ',
  'n.y': 'NY',
};

const byCode = new Map(places.map((place) => [place.code, place]));
const phrases: Readonly<Record<string, Place>> = Object.fromEntries([
  ...places.map((place) => [place.name.toLowerCase(), place]),
  ...Object.entries(nicknames).map(([said, code]) => [said, byCode.get(code)]),
]);

/** Every place that begins at `index`. Codes count in capitals only: "in", "or" and "me" are words. */
export function placesAt(words: Words, index: number): Reading<Place>[] {
  const named = longestAt(words, index, phrases);
  if (named) return [{ value: named.meaning, end: named.end }];
  const coded = byCode.get(words[index] ?? '');
  return coded ? [{ value: coded, end: index + 1 }] : [];
}

export const placeOf = (code: string): Place | undefined => byCode.get(code.toUpperCase());

/** By name, nickname or code, whatever the case. */
export const placeNamed = (said: string): Place | undefined =>
  phrases[said.trim().toLowerCase()] ?? placeOf(said.trim());
