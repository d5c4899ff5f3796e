/* Names and ways to reach somebody, from lists of words. Mail domains are reserved, phone numbers fictional (555-01xx). */

import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { type NameLine, nameLines } from './words/names.js';
import { type State, secondLines, states, streetKinds, streets } from './words/places.js';
import { fields, industries, organizationStems, personalMailDomains } from './words/work.js';

export interface PersonName {
  readonly first: string;
  readonly last: string;
  readonly informal?: string;
}

const informal: Readonly<Record<string, string>> = {
  Robert: 'Bob',
  William: 'Bill',
  Katherine: 'Kate',
  Michael: 'Mike',
  Jennifer: 'Jen',
  Patricia: 'Pat',
  Deborah: 'Debbie',
  Guadalupe: 'Lupe',
  Alejandro: 'Alex',
  Benjamin: 'Ben',
  Samuel: 'Sam',
  Rebecca: 'Becky',
  Reginald: 'Reggie',
  Siobhán: 'Shiv',
  Aleksander: 'Alek',
  Thomas: 'Tom',
};

const totalShare = nameLines.reduce((sum, line) => sum + line.share, 0);

export function personName(seed: number, index: number): PersonName {
  const draws = new Draws(seed, index, purposes.name);
  const line = lineAt(draws.uniform());
  const familyLine = draws.chance(0.86) ? line : lineAt(draws.uniform());
  const first = draws.pickEarly(draws.chance(0.56) ? line.women : line.men);
  const last = draws.pickEarly(familyLine.families);
  const short = informal[first];
  return { first, last, ...(short !== undefined && draws.chance(0.4) && { informal: short }) };
}

function lineAt(share: number): NameLine {
  let left = share * totalShare;
  for (const line of nameLines) {
    left -= line.share;
    if (left < 0) return line;
  }
  return nameLines[0] as NameLine;
}

/** Letters and digits without accents, for addresses on the net. */
export const plain = (text: string, between = ''): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll(/[^a-z0-9]+/g, between);

export interface OrganizationFacts {
  readonly name: string;
  readonly industry: string;
  readonly domain: string;
}

export function organizationFacts(seed: number, index: number): OrganizationFacts {
  const draws = new Draws(seed, index, purposes.organization);
  const industry = draws.pick(industries);
  const stem = draws.pick(organizationStems);
  const base = `${stem} ${draws.pick(industry.words)}`;
  const name = draws.chance(0.3) ? `${base} of ${draws.pick(states).name}` : base;
  return { name, industry: industry.code, domain: `${plain(name, '-')}.example` };
}

export interface Residence {
  readonly state: State;
  readonly city: string;
  readonly areaCode: string;
  readonly postalCode: string;
  readonly lines: readonly string[];
}

const stateTotal = states.reduce((sum, state) => sum + state.share, 0);

export function stateAt(share: number): State {
  let left = share * stateTotal;
  for (const state of states) {
    left -= state.share;
    if (left < 0) return state;
  }
  return states[0] as State;
}

/** The `move`-th address of a member, in a state given or drawn. */
export function residenceOf(seed: number, index: number, move: number, state?: State): Residence {
  const draws = new Draws(seed, index, within(purposes.contact, move));
  const drawn = stateAt(draws.uniform());
  const home = state ?? drawn;
  const city = draws.pickEarly(home.cities);
  const street = `${draws.whole(1, 48) * draws.whole(1, 180)} ${draws.pick(streets)} ${draws.pick(streetKinds)}`;
  const second = draws.chance(0.22) ? [`${draws.pick(secondLines)} ${draws.whole(1, 40)}`] : [];
  return {
    state: home,
    city: city.name,
    areaCode: city.areaCode,
    postalCode: `${city.zip}${String(draws.whole(1, 99)).padStart(2, '0')}`,
    lines: [street, ...second],
  };
}

export function phoneIn(areaCode: string, draws: Draws): string {
  return `(${areaCode}) 555-01${String(draws.whole(0, 99)).padStart(2, '0')}`;
}

/** A person's own address; the number keeps people of one name apart, as it does at real providers. */
export function personalMail(name: PersonName, index: number, draws: Draws): string {
  const between = draws.pick(['.', '_', '']);
  return `${plain(name.first)}${between}${plain(name.last)}${(index * 7) % 1000}@${draws.pick(personalMailDomains)}`;
}

export const workMail = (name: PersonName, domain: string): string =>
  `${plain(name.first)}.${plain(name.last)}@${domain}`;

export const fieldOfWork = (draws: Draws): string => draws.pick(fields);
