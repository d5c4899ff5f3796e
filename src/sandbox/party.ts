/* The record of a person or organisation as it stands today, with its gaps, its corrections and its doubles. */
import type { Address, Party } from '../imis/contracts/party.js';
import { current } from './background.js';
import { type DayNumber, textOf } from './calendar.js';
import { type Life, partyId } from './life.js';
import { isOrganization } from './nature.js';
import type { PartyRecord } from './party-record.js';
import {
  organizationFacts,
  type PersonName,
  personalMail,
  personName,
  phoneIn,
  type Residence,
  residenceOf,
  workMail,
} from './people.js';
import { purposes } from './purposes.js';
import { Draws } from './random.js';

const NEVER: DayNumber = 1_000_000;

export function enterParty(life: Life): void {
  if (life.nature.kind === 'organization') enterOrganization(life);
  else enterPerson(life);
}

function enterOrganization(life: Life): void {
  const { association, index, nature, id, background } = life;
  const draws = new Draws(association.seed, index, purposes.contact);
  const { name, industry, domain } = organizationFacts(association.seed, index);
  const home = current(background.homes, association.today)?.residence;
  const moves = background.homes.slice(1).map(({ from }) => from);
  const party: Party = {
    partyId: id,
    kind: 'organization',
    status: 'active',
    fullName: name,
    email: `office@${domain}`,
    ...(home !== undefined && { phone: phoneIn(home.areaCode, draws), address: addressOf(home) }),
  };
  life.ledger.enter('Party', id, nature.arrivesOn, moves, party);
  const told = draws.chance(0.9);
  life.ledger.enter('Organizations', id, nature.arrivesOn, [], {
    ID: id,
    Industry: industry,
    ...(told && { Employees: nature.employees }),
  });
}

/** What the record lacks or has wrong; corrected on a day, or for good. */
interface Gaps {
  readonly phone: boolean;
  readonly email: boolean;
  readonly address: boolean;
  readonly birthDate: boolean;
  readonly usesWorkMail: boolean;
  /** A typing error in the e-mail address until this day. */
  readonly emailMendedOn: DayNumber;
  readonly birthDateAddedOn: DayNumber;
  readonly deathKnownOn: DayNumber;
  readonly suspendedOn: DayNumber;
}

function gapsOf({ association, index, nature }: Life): Gaps {
  const draws = new Draws(association.seed, index, purposes.corrections);
  const gap = (share: number): boolean => draws.chance(share);
  const later = (share: number): DayNumber => {
    const happens = draws.chance(share);
    const on = nature.arrivesOn + draws.whole(30, 1500);
    return happens ? on : NEVER;
  };
  const typo = later(0.03);
  return {
    phone: gap(0.13),
    email: gap(0.05),
    address: gap(0.04),
    birthDate: gap(0.28),
    usesWorkMail: gap(0.45),
    emailMendedOn: typo === NEVER ? nature.arrivesOn : typo,
    birthDateAddedOn: later(0.05),
    deathKnownOn: nature.diesOn + draws.whole(5, 120),
    suspendedOn: later(0.004),
  };
}

function enterPerson(life: Life): void {
  const { association, index, nature, id, background } = life;
  const { today, seed } = association;
  const original = originalOf(life);
  const name = personName(seed, original ?? index);
  const draws = new Draws(seed, original ?? index, purposes.contact);
  const gaps = gapsOf(life);
  const home = original === undefined ? current(background.homes, today)?.residence : residenceOf(seed, original, 0);
  const job = current(background.jobs, today);
  const phone = home && phoneIn(home.areaCode, draws);
  const personal = personalMail(name, original ?? index, draws);
  const mail =
    gaps.usesWorkMail && job?.employer !== undefined
      ? workMail(name, organizationFacts(seed, job.employer).domain)
      : personal;
  const shown = original === undefined ? name : misspelled(name, draws);
  const birthKnown = !gaps.birthDate || gaps.birthDateAddedOn <= today;
  const changes = [
    ...background.homes.slice(1).map(({ from }) => from),
    ...background.jobs.slice(1).map(({ from }) => from),
    gaps.emailMendedOn,
    ...(gaps.birthDate ? [gaps.birthDateAddedOn] : []),
    gaps.deathKnownOn,
    gaps.suspendedOn,
  ];
  const further = furtherContacts(life, mail, personal);
  const party: PartyRecord = {
    partyId: id,
    kind: 'person',
    status: gaps.deathKnownOn <= today ? 'deceased' : gaps.suspendedOn <= today ? 'suspended' : 'active',
    fullName: `${shown.first} ${shown.last}`,
    firstName: shown.first,
    lastName: shown.last,
    ...(shown.informal !== undefined && { informalName: shown.informal }),
    ...(job?.title !== undefined && { jobTitle: job.title }),
    ...(job?.employer !== undefined && { employerId: partyId(job.employer) }),
    ...(!gaps.email && { email: gaps.emailMendedOn <= today ? mail : mistyped(mail) }),
    ...(!gaps.phone && phone !== undefined && { phone }),
    ...(!gaps.address && home !== undefined && { address: addressOf(home) }),
    ...(birthKnown && { birthDate: textOf(nature.birthDay) }),
    ...(!gaps.email && further),
  };
  life.ledger.enter('Party', id, nature.arrivesOn, changes, party);
}

/** Some records hold a second e-mail address, or a home number. */
function furtherContacts(
  { association, index, background }: Life,
  mail: string,
  personal: string,
): Pick<PartyRecord, 'furtherEmails' | 'furtherPhones'> {
  const draws = new Draws(association.seed, index, purposes.doubles);
  const home = background.homes[0]?.residence;
  const showsPersonal = draws.chance(0.4) && mail !== personal;
  const showsHome = draws.chance(0.2) && home !== undefined;
  return {
    ...(showsPersonal && { furtherEmails: [{ value: personal, type: 'Home Email' }] }),
    ...(showsHome && { furtherPhones: [{ value: phoneIn(home.areaCode, draws), type: 'Home Phone' }] }),
  };
}

const addressOf = (home: Residence): Address => ({
  lines: home.lines,
  city: home.city,
  state: home.state.code,
  postalCode: home.postalCode,
  country: 'US',
});

/** Of those who never joined some are people already on record, entered again at a registration desk. */
function originalOf({ association, index, nature }: Life): number | undefined {
  if (nature.everJoins || index < 24) return undefined;
  const draws = new Draws(association.seed, index, purposes.duplicate);
  if (!draws.chance(0.16)) return undefined;
  const original = draws.whole(0, index - 1);
  return isOrganization(original) ? original - 1 : original;
}

function misspelled(name: PersonName, draws: Draws): PersonName {
  if (draws.chance(0.5)) return { first: name.informal ?? name.first, last: name.last };
  const at = 1 + Math.floor(draws.uniform() * (name.last.length - 2));
  return { first: name.first, last: name.last.slice(0, at) + name.last.slice(at + 1) };
}

/** Two letters changed places before the sign. */
const mistyped = (mail: string): string => {
  const sign = mail.indexOf('@');
  return `${mail.slice(0, sign - 2)}${mail[sign - 1]}${mail[sign - 2]}${mail.slice(sign)}`;
};
