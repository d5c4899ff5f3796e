/*
 * One postal address from a line or several: street, town, state and postal code as written in the United States and
 * Canada; elsewhere street, town with postal code, and the country last.
 */
import type { Address } from '../../imis/contracts/party.js';
import { type Place, placeNamed } from '../../language/places.js';

const POSTAL_CODE = /^(.*?)[\s,]*\b(\d{5}(?:-\d{4})?|[A-Za-z]\d[A-Za-z]\s?\d[A-Za-z]\d)$/s;
const HOME = { US: 'United States', CA: 'Canada' } as const;
const HOME_NAMES: Readonly<Record<string, keyof typeof HOME>> = {
  us: 'US',
  usa: 'US',
  'u.s': 'US',
  'u.s.a': 'US',
  'united states': 'US',
  'united states of america': 'US',
  canada: 'CA',
};
const LONGEST_STATE = 4;
const MOST_LINES = 3;

/** Undefined where street, town or postal code cannot be told apart, or the state does not exist. */
export function addressOf(typed: string): Address | undefined {
  const parts = typed
    .split(/[,\n]/)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');
  const last = parts.at(-1)?.replace(/\.$/, '') ?? '';
  const home = HOME_NAMES[last.toLowerCase()];
  if (home) return americanOf(parts.slice(0, -1), home);
  if (POSTAL_CODE.test(last)) return americanOf([...parts.slice(0, -1), last], undefined);
  return elsewhereOf(parts.slice(0, -1), last);
}

function americanOf(parts: readonly string[], country: keyof typeof HOME | undefined): Address | undefined {
  const [, before = '', postalCode = ''] = POSTAL_CODE.exec(parts.at(-1) ?? '') ?? [];
  if (postalCode === '') return undefined;
  const earlier = parts.slice(0, -1);
  const placed = before === '' ? stateEnding(earlier.at(-1) ?? '') : stateEnding(before);
  if (!placed) return undefined;
  const streets = before === '' ? earlier.slice(0, -1) : earlier;
  const city = placed.rest || streets.at(-1);
  const lines = placed.rest ? streets : streets.slice(0, -1);
  const { state } = placed;
  if (!city || !isStreet(lines) || (country && country !== state.country)) return undefined;
  return { lines, city, state: state.code, postalCode: postalCode.toUpperCase(), country: HOME[state.country] };
}

/** "Austin TX": the state at the end, and what stands before it. */
function stateEnding(text: string): { state: Place; rest: string } | undefined {
  const words = text.split(' ').filter((word) => word !== '');
  for (let length = Math.min(LONGEST_STATE, words.length); length > 0; length -= 1) {
    const state = placeNamed(words.slice(-length).join(' ').replace(/\.$/, ''));
    if (state) return { state, rest: words.slice(0, -length).join(' ') };
  }
  return undefined;
}

function elsewhereOf(parts: readonly string[], country: string): Address | undefined {
  const town = parts.at(-1) ?? '';
  const lines = parts.slice(0, -1);
  const [, postalFirst, townAfter] = /^((?:[A-Za-z]{1,2}-)?\d[\d ]{2,6})\s+(\D+)$/.exec(town) ?? [];
  const [, townBefore, postalLast] = /^(\D+?)\s+([A-Za-z]{0,2}\d[\w ]{2,8})$/.exec(town) ?? [];
  const [city, postalCode] = [townAfter ?? townBefore, postalFirst ?? postalLast];
  if (!city || !postalCode || !isStreet(lines) || !/^\p{L}[\p{L} .'’()-]+$/u.test(country)) return undefined;
  return { lines, city: city.trim(), postalCode: postalCode.trim().toUpperCase(), country };
}

const isStreet = (lines: readonly string[]): boolean =>
  lines.length > 0 && lines.length <= MOST_LINES && /\d/.test(lines.join(' '));
