/** Whole conditions staff say in one phrase, and the nouns that say whom a sentence is about. */

import type { Definition } from './definition.js';
import { inLeaf } from './leaf-counts.js';
import type { Head, Phrase } from './leaves.js';
import { recorded, recordedPhrases } from './recorded-phrases.js';
import { said } from './said.js';
import { standingPhrases } from './standing-phrases.js';

/** Added when nothing was said of the status: "members" are those active or in grace. */
export const base: Definition = inLeaf('status', 'active', 'grace');

export const phrases: readonly Phrase[] = [
  ...recordedPhrases,
  ...standingPhrases,
  {
    words: said(`
        active, current, paid up, paid-up, paid up *member, paid up members only, current only, active only, currently paid up, up to date, up to date with their dues, dues current, current on dues, current on their dues, current with dues, current with their dues, current in their dues, membership in force, with membership in force, in force, in good standing now, *member in good standing, active in membership, financial *member, fully paid, current paid up, fully paid *member, paid up to date, fully paid up, in good standing, good standing, members in good standing,
        active status, active membership, currently active, valid membership, with a current
        membership, with an active membership, active *member, current *member, paid *member
      `),
    definition: inLeaf('status', 'active'),
    note: 'active does not include grace',
  },
  {
    words: said(`
        lapsed, lapsed *account, lapsed *record, ex members only, one time *member, once *member, erstwhile, run out *member, gone *member, departed *member, departed, dropped off *member, churned *member, lost *member, no longer with us, no longer in membership, no longer paid up, not with us anymore, not with us any more, former, ex, past, dropped, previous, no longer *member, not *member anymore, not *member any
        more, lapsed status, lapsed membership, with a lapsed membership, lapsed *member, former *member, ex
        *member, past *member, previous *member, dropped *member, expired *member, *alumnus
      `),
    definition: inLeaf('status', 'lapsed'),
  },
  {
    words: said(`
        in grace, grace, grace period, in grace period, in the grace period, in their grace period, on
        grace, within grace, within the grace period, in the grace window, grace status, grace *member,
        pending renewal, awaiting renewal, past their expiry but not dropped, overdue to renew, overdue for
        renewal, late to renew, yet to renew, still to renew, unrenewed, non renewed
      `),
    definition: inLeaf('status', 'grace'),
    note: 'in grace: the term has ended and benefits are still kept',
  },
  {
    words: ['suspended', 'on suspension', 'suspended status', 'suspended *member', 'under suspension'],
    definition: inLeaf('status', 'suspended'),
  },
  {
    words: ['deceased', 'dead', 'passed away', 'died', 'deceased *member', 'deceased *record'],
    definition: inLeaf('status', 'deceased'),
  },
  {
    words: said(`
        individuals, just people, just the people, just individuals, just the individuals, just humans, just the humans, just persons, humans only, only humans, only the people, only the humans, only the individuals, only individuals, actual people, actual humans, real people, people not organizations, people not organisations, people not companies, people and not companies, people and not organizations, humans not companies, humans not organizations, humans not organisations, humans and not companies, individuals not companies, individuals not organizations, individuals not organisations, the humans not the companies, the people not the companies, the people not the organizations, the people not the organisations, the individuals not the companies, just the humans not the companies, just the people not the companies, just the people not the organizations, just people not companies, just people not organizations, not companies, not the companies, not businesses, not firms, no companies, no organizations, no organisations, individual people, individual persons, persons, natural persons, human beings, humans, *human, not
        organizations, people only, only people, individuals only
      `),
    definition: inLeaf('kind', 'person'),
    cost: 0.05,
  },
  {
    words: said(`
        in their first year, in his first year, in her first year, first year, first year *member, first
        time *member, first year of membership, in first year of membership, in their first year of
        membership, in year one, year one, in their first 12 months, *rookie
      `),
    definition: { op: 'field', field: 'first_year', test: { is: true } },
    note: 'first year: the twelve months from the first join',
  },
  {
    words: said(`
        email address, *email address, an email, an email address, email on file, an email on file, email
        address on file, email on record, email recorded, a valid email, valid email, an e mail address, e
        mail address, known email
      `),
    definition: recorded('email', true),
  },
  { words: ['email', 'e mail'], definition: recorded('email', true), cost: 0.1 },
  {
    words: said(`
        missing an email, with no email, with no email on file, with no email address, with no email address on file, have no email on file, have not got an email, has not got an email, have not got an email on file, has not got an email on file, have not got an email address, missing email, no e mail, no e mail on file, missing an email address, missing email addresses, no email address, no email on
        file, no email address on file, lacking an email address, without an email, without an email
        address, without email, without email addresses
      `),
    definition: recorded('email', false),
  },
  {
    words: said(`
        phone number, a phone number, phone *number, a phone, telephone number, a telephone number, phone on
        file, a phone number on file, phone number on file, mobile number, a mobile number, cell number, a
        cell number, cell phone, contact number, a contact number
      `),
    definition: recorded('phone', true),
  },
  { words: ['phone', 'mobile', 'telephone', 'cell'], definition: recorded('phone', true), cost: 0.1 },
  {
    words: said(`
        missing a phone number, ~have got no phone, have not got a phone, has not got a phone, have not got a phone on file, has not got a phone on file, have no phone on file, with no phone on file, with no phone, with no phone number, with no phone number on file, with no number on file, no number on file, no telephone on file, no telephone number on file, no mobile on file, no cell on file, without a phone on file, without a number on file, missing a phone, missing phone, no phone, missing phone numbers, no phone number, no phone number on file, no phone on
        file, without a phone, without a phone number, without phone numbers, lacking a phone number
      `),
    definition: recorded('phone', false),
  },
  {
    words: said(`
        postal address, a postal address, mailing address, a mailing address, street address, a street
        address, address on file, an address on file
      `),
    definition: recorded('address', true),
  },
  {
    words: said(`
        missing an address, missing a mailing address, no mailing address, no postal address, no address on
        file, without an address, without a mailing address, without a postal address
      `),
    definition: recorded('address', false),
  },
  {
    words: said(`
        in a chapter, in any chapter, a chapter, any chapter, with a chapter, belonging to a chapter,
        chapter *member, with a chapter affiliation
      `),
    definition: recorded('chapter', true),
  },
  {
    words: said(`
        without a chapter, not in a chapter, not in any chapter, in no chapter, no chapter, without any
        chapter, unaffiliated, with no chapter affiliation, chapterless, at large, *member at large
      `),
    definition: recorded('chapter', false),
  },
  {
    words: said(`
        on a committee, ~sit on any committee, ~sit on one of our committees, ~serve on one of our committees, ~serve on any of our committees, ~sit on any of our committees, on one of our committees, on any of our committees, on one of the committees, on at least one committee, ~sit on at least one committee, ~serve on at least one committee, ~sit in a committee, ~serve in a committee, in a committee, in any committee, in committee, with a committee seat, ~hold a committee seat, with a seat on a committee, active on a committee, active in a committee, part of a committee, member of a committee, members of a committee, member of any committee, on any committee, on committees, ~serve on a committee, ~serve on committees, ~serve
        on any committee, ~sit on a committee, committee *member, committee *volunteer, a committee, any
        committee
      `),
    definition: recorded('committee', true),
  },
  {
    words: ['on no committee', 'not on a committee', 'not on any committee', 'without a committee'],
    definition: recorded('committee', false),
  },
  {
    words: ['in a sig', 'in any sig', 'in a special interest group', 'in any special interest group', 'sig *member'],
    definition: recorded('sig', true),
  },
  {
    words: said(`
        a relationship manager, with a relationship manager, assigned, with an account manager, assigned to
        someone, assigned to somebody, assigned to anyone
      `),
    definition: recorded('relationship_manager', true),
    cost: 0.1,
  },
  {
    words: said(`
        without a relationship manager, no relationship manager, unassigned, not assigned to anyone, not
        assigned to anybody, without an account manager, in the membership queue
      `),
    definition: recorded('relationship_manager', false),
  },
  {
    words: said(`
        with an employer, an employer on record, with an employer on record, linked to an organization,
        linked to a company, linked to an employer, affiliated with an organization, affiliated with a
        company, company affiliated
      `),
    definition: recorded('employer', true),
  },
  {
    words: [
      'without an employer',
      'no employer',
      'no employer on record',
      'not linked to an organization',
      'not linked to a company',
      'self employed or unlinked',
    ],
    definition: recorded('employer', false),
  },
  {
    words: said(`
        ever renewed, renewed at least once, renewed before, have renewed before, renewed in the
        past, repeat *member, returning *member
      `),
    definition: recorded('renewed_on', true),
    note: 'renewed: at least one renewal is on record',
  },
  {
    words: said(`
        never renewed, have never renewed, has never renewed, not yet renewed once, first term, in their
        first term, on their first term
      `),
    definition: recorded('renewed_on', false),
    note: 'never renewed: no renewal is on record',
  },
];

export const heads: readonly Head[] = [
  {
    head: 'members',
    words: said(`
        *member, *member account, members in all, members of ours, members altogether, our *member, dues *payer, paying *member, *membership, our members, membership base, member base, membership roll, member roster,
        mbrs, mbr, mbrship, mbrships, mem, mems, membr, membrs, memberz, our people, our folks, our base, our membership, mship, mships, association *member, *member of the association, *member of ours, dues paying *member, *registrant members
      `),
    takesBase: true,
  },
  {
    head: 'people',
    words: said(`
        people, whosoever, whichever people, any of our people, any folks, any of our members, all those who, those that, the ones that, the ones which, the people who, the people that, the folks who, the folks that, those people who, the lot who, those members, anyone of ours, anybody of ours, every person, everyone of ours, each person, people, everyone, everybody, anyone, anybody, someone, somebody, folks, folk, those, ppl, peeps, who, the ones, ones, whoever, whomever, all those, any of those, the people, the folks, those people, those folks, anyone
        at all, all the people, all of the people, the ones who, person, guys, the lot, all who, one, y'all, everyone who, all people, any people, any person, names, names of people, users, *user, *customer, *supporter, others
      `),
    takesBase: true,
  },
  {
    head: 'people',
    words: ['*individual', 'individual *member'],
    definition: inLeaf('kind', 'person'),
    takesBase: true,
  },
  {
    head: 'organizations',
    words: said(`
        *organization, *organisation, *org, *company, *firm, *business, *employer, *corporation,
        *institution, *entity, *enterprise, *outfit, corporate *body, legal *entity, the companies, the organizations, the organisations, org *member, org *account, company *account, *organization account, *organisation account, business *member, business *account, firm *member, organizational *account, member *business, member *org, member *entity, member *organization, member *organisation, member *company, member *firm,
        organizational *member, organisational *member, organization *member, organisation *member, company
        *member, institutional *member
      `),
    definition: inLeaf('kind', 'organization'),
    takesBase: true,
  },
  {
    head: 'contacts',
    words: said(`
        *contact, *record, everyone in the database, everybody in the database, everyone on file, everyone
        on record, all contacts, all records, people on file, people on record, people in the database,
        people in the system, constituents, *constituent, *account
      `),
    takesBase: false,
  },
  {
    head: 'prospects',
    words: said(`
        *prospect, *lead, non *member, *nonmember, prospective *member, potential *member, never *member,
        people who never joined, people who were never members, never been *member
      `),
    definition: inLeaf('status', 'prospect'),
    takesBase: false,
  },
];
