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
        active, actives, the actives, all actives, our actives, currents, active folks, active people, paid ups, paid up ones, active ones, the active ones, on the active roll, on the rolls, on our rolls, on the books, on our books, still paid up, active as of today, active today, active now, currently on the rolls, with dues paid up, square with us on dues, not lapsed and not in grace, live *member, with a live membership, still active, fully active, active not grace, active no grace, active but not in grace, active and not in grace, active without grace, active excluding grace, actives without grace, status active, status is active, with status active, with active status, of active status, whose status is active, membership is active, with membership active, current, paid up, paid-up, paid up *member, paid up members only, current only, active only, currently paid up, up to date, up to date with their dues, dues current, current on dues, current on their dues, current with dues, current with their dues, current in their dues, membership in force, with membership in force, in force, in good standing now, *member in good standing, active in membership, financial *member, fully paid, current paid up, fully paid *member, paid up to date, fully paid up, in good standing, good standing, members in good standing,
        active status, active membership, currently active, valid membership, with a current
        membership, with an active membership, active *member, paid *member
      `),
    definition: inLeaf('status', 'active'),
    note: 'active does not include grace',
  },
  {
    words: said(`
        lapsed, lapsed *one, the lapsed, our lapsed, all lapsed, lapsers, *lapser, lapseds, lapsees, leavers, *leaver, *dropout, *drop out, dropouts, drop offs, *quitter, *deserter, lapsed status, status lapsed, status is lapsed, whose status is lapsed, with status lapsed, already lapsed, now lapsed, lapsed now, lapsed already, lapsed today, who are lapsed, currently lapsed, past grace, past the grace period, beyond grace, out of grace already, not in membership, not a member anymore, not a member any more, not a member any longer, no longer a member, no longer members, no longer active, not members anymore, not members any more, not members any longer, not members now, who used to be *member, used to be *member, ~be *member once, was a member once, were members once, formerly *member, membership has lapsed, membership lapsed, whose membership has lapsed, whose membership lapsed, with a lapsed membership now, off the rolls, off our rolls, off the books, lapsed *account, lapsed *record, ex members only, one time *member, once *member, erstwhile, run out *member, gone *member, departed *member, departed, dropped off *member, churned *member, lost *member, no longer with us, no longer in membership, no longer paid up, not with us anymore, not with us any more, former, ex, past, dropped, previous, no longer *member, not *member anymore, not *member any
        more, lapsed status, lapsed membership, with a lapsed membership, lapsed *member, former *member, ex
        *member, past *member, previous *member, dropped *member, expired *member, *alumnus
      `),
    definition: inLeaf('status', 'lapsed'),
  },
  {
    words: said(`
        ~sit in grace, ~sit in the grace period, ~sit in the grace window, ~sit in their grace period, ~sit in their grace window, ~sit within grace, stuck in grace, stuck in the grace period, parked in grace, hanging in grace, languishing in grace, ~fall into grace, ~fall into the grace period, ~slip into grace, ~drift into grace, ~land in grace, ~be left in grace, ~stay in grace, ~remain in grace,
        in grace, grace, graces, grace people, grace folks, grace ones, the grace ones, those in grace, grace *account, status grace, status is grace, with status grace, whose status is grace, in grace now, in grace today, in grace status, still in grace, still in their grace period, slipped into grace, ~slip into grace, ~fall into grace, fallen into grace, ~go into grace, gone into grace, membership has slipped into grace, whose membership has slipped into grace, whose membership slipped into grace, currently in grace, running on grace, living on grace, on borrowed time, grace period, in grace period, in the grace period, in their grace period, on
        grace, within grace, within the grace period, in the grace window, grace status, grace *member,
        pending renewal, awaiting renewal, past their expiry but not dropped, overdue to renew, overdue for
        renewal, late to renew, yet to renew, still to renew, unrenewed, non renewed
      `),
    definition: inLeaf('status', 'grace'),
    note: 'in grace: the term has ended and benefits are still kept',
  },
  {
    words: said(`
      current *member, current members only, only current members, whether active or in grace, active or in grace, active and in grace, active or grace, active and grace, actives and grace, actives and graces, active as well as grace, active as well as in grace, active plus grace, both active and in grace, both active and grace, active or in grace alike, active and in grace alike, active or in their grace period, active including grace, active incl grace, grace included, in grace included, grace included too, including grace, including those in grace, including the grace ones, including people in grace, including the grace period, including grace members, with grace included, counting grace, not lapsed, non lapsed, nonlapsed, unlapsed, who have not lapsed, not yet lapsed, current members and grace, current or in grace, current and in grace, current and grace
    `),
    definition: base,
  },
  {
    words: said(`
      lapsed included, lapsed ones included, lapsed members included, including lapsed, including the lapsed, including lapsed members, including lapsed ones, including former members, including ex members, including those who lapsed, including those lapsed, including people who lapsed, including leavers,
      lapsed too, lapsed ones too, lapsed members too, the lapsed too, lapsed also, the lapsed also, lapsed as well, lapsed ones as well, the lapsed ones as well, former members too, former members as well, former ones too, former ones as well, ex members too, ex members as well,
      active or lapsed, current or lapsed, current or former, current and former, current and past, active grace and lapsed, active grace or lapsed, past and present, present and past, lapsed or not, whether lapsed or not, whether or not they have lapsed, whether they have lapsed or not, active grace lapsed, members and former members, members or former members,
      even if they have left, even if they have left again, even if they left again, even if they left, even if they have since left, even if they have lapsed, even if they lapsed, even if they have since lapsed, even if lapsed, even if they are lapsed, even if lapsed now, even if they are gone, even if they are gone now, even if they have gone, even those who have left, even those who left, even those who lapsed, even the lapsed ones, even the lapsed, even leavers, even ones who left,
      even if they are no longer members, even if no longer members, whether they stayed or not, whether they are still here or not, whether or not they are still with us, whether or not they are still members, whether still members or not, still members or not, still here or not, still with us or not, whether they are still members or not, count them even if they have left again, count them even if they left
    `),
    definition: inLeaf('status', 'active', 'grace', 'lapsed'),
    note: 'active, in grace or lapsed',
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
        people mind not companies, persons not organisations, persons not organizations, persons only, only persons, people alone, persons alone, human members, people members, individual humans, not counting organisations, not counting organizations, not counting companies, leaving out companies, leaving out organisations, leaving out organizations, orgs excluded, organisations excluded, organizations excluded, companies excluded, no orgs, not orgs, individuals, just people, just the people, just individuals, just the individuals, just humans, just the humans, just persons, humans only, only humans, only the people, only the humans, only the individuals, only individuals, actual people, actual humans, real people, people not organizations, people not organisations, people not companies, people and not companies, people and not organizations, humans not companies, humans not organizations, humans not organisations, humans and not companies, individuals not companies, individuals not organizations, individuals not organisations, the humans not the companies, the people not the companies, the people not the organizations, the people not the organisations, the individuals not the companies, just the humans not the companies, just the people not the companies, just the people not the organizations, just people not companies, just people not organizations, not companies, not the companies, not businesses, not firms, no companies, no organizations, no organisations, individual people, individual persons, persons, natural persons, human beings, humans, *human, not
        organizations, people only, only people, individuals only
      `),
    definition: inLeaf('kind', 'person'),
    cost: 0.05,
  },
  {
    words: said(`
        first yr, 1st year, 1st yr, first yr *member, 1st year *member, 1st yr *member, first years, first yrs, *first yearer, year one *member, in year 1, in their 1st year, in the first year with us, in their first year with us, in their first year of belonging, in their first 12 months with us, in their first twelve months, less than a year in, in their first year, in his first year, in her first year, first year, first year *member, first
        time *member, first year of membership, in first year of membership, in their first year of
        membership, in year one, year one, in their first 12 months, *rookie
      `),
    definition: { op: 'field', field: 'first_year', test: { is: true } },
    note: 'first year: the twelve months from the first join',
  },
  {
    words: said(`
        actually have an email address, actually have an email, have an email address on file, has an email address on file, have an email on file, has an email on file, have an email, has an email, have an email address, has an email address, with an email on file, with an email address on file, with email on file, with an email on record, with an address we can email, we have an email for, we have an email address for, for whom we have an email, with a known email, email addr, email addresses, email addresses on file, email address, *email address, an email, an email address, email on file, an email on file, email
        address on file, email on record, email recorded, a valid email, valid email, an e mail address, e
        mail address, known email
      `),
    definition: recorded('email', true),
  },
  { words: ['email', 'e mail'], definition: recorded('email', true), cost: 0.1 },
  {
    words: said(`
        no email on record, with no email on record, have no email on record, has no email on record, have no email, has no email, have no email address, has no email address, hold no email, hold no email address, for whom we have no email, we have no email for, we have no email address for, we hold no email for, we hold no email address for, we lack an email for, email missing, email blank, emailless, no emails, lacking email, no email addr, missing an email, with no email, with no email on file, with no email address, with no email address on file, have no email on file, have not got an email, has not got an email, have not got an email on file, has not got an email on file, have not got an email address, missing email, no e mail, no e mail on file, missing an email address, missing email addresses, no email address, no email on
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
        with no phone number on record, no phone number on record, no phone on record, have no phone number on record, has no phone number on record, have no phone number, has no phone number, have no phone, has no phone, hold no phone number, hold no phone, for whom we have no phone, we have no phone number for, we have no phone for, we hold no phone number for, we lack a phone number for, lacking a phone, no phones, no ph, phone missing, phone blank, phoneless, without phone, not reachable because no phone, missing a phone number, ~have got no phone, have not got a phone, has not got a phone, have not got a phone on file, has not got a phone on file, have no phone on file, with no phone on file, with no phone, with no phone number, with no phone number on file, with no number on file, no number on file, no telephone on file, no telephone number on file, no mobile on file, no cell on file, without a phone on file, without a number on file, missing a phone, missing phone, no phone, missing phone numbers, no phone number, no phone number on file, no phone on
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
        hold no address, have no address, has no address, hold no postal address, have no mailing address, has no mailing address, we hold no address for, we have no address for, we have no mailing address for, for whom we hold no address, for whom we have no address, no address, address missing, address blank, without address, with no address, with no address on file, with no mailing address, with no postal address, lacking an address, missing an address, missing a mailing address, no mailing address, no postal address, no address on
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
        have no chapter, has no chapter, having no chapter, that have no chapter, not in any chapter at all, in no chapter at all, belong to no chapter, ~belong to no chapter, not assigned to a chapter, not part of a chapter, not part of any chapter, outside any chapter, outside of any chapter, outside the chapters, not attached to a chapter, not attached to any chapter, without chapter, no chapter at all, chapter unassigned, with no chapter, not a chapter member, lacking a chapter, without a chapter, not in a chapter, not in any chapter, in no chapter, no chapter, without any
        chapter, unaffiliated, with no chapter affiliation, chapterless, at large, *member at large
      `),
    definition: recorded('chapter', false),
  },
  {
    words: said(`
        committee people, committee folks, committee *person, committee types, on any committee at all, on some committee, on some committee or other, on a committee now, on a committee already, already on a committee, currently on a committee, already on any committee, on any of the committees, ~be on a committee, ~be on any committee, with committee duties, with a committee role, serving on some committee, sitting on some committee, ~sit on the committees, ~serve on the committees, ~work on a committee, ~do committee work, on the committees, on at least one of our committees, on one or more committees, on any committees, on a committee, ~sit on any committee, ~sit on one of our committees, ~serve on one of our committees, ~serve on any of our committees, ~sit on any of our committees, on one of our committees, on any of our committees, on one of the committees, on at least one committee, ~sit on at least one committee, ~serve on at least one committee, ~sit in a committee, ~serve in a committee, in a committee, in any committee, in committee, with a committee seat, ~hold a committee seat, with a seat on a committee, active on a committee, active in a committee, part of a committee, member of a committee, members of a committee, member of any committee, on any committee, on committees, ~serve on a committee, ~serve on committees, ~serve
        on any committee, ~sit on a committee, committee *member, committee *volunteer, a committee, any
        committee
      `),
    definition: recorded('committee', true),
  },
  {
    words: said(`
      on no committee, on no committees, not on a committee, not on any committee, not on any committees, not on any of the committees, not on any of our committees, not on one of our committees, without a committee, without being on a committee, without being on any committee, without any committee, without any committee seat, without a committee seat, sitting on no committee, serving on no committee, ~sit on no committee, ~serve on no committee, not sitting on a committee, not sitting on any committee, not serving on a committee, not serving on any committee, not currently on a committee, not currently on any committee, off committees, not a committee member, not committee members, with no committee, with no committee seat, no committee, in no committee, not in a committee, not in any committee, never served on a committee, never served on any committee, never sat on a committee, never been on a committee, never sat on any committee, never been on any committee, not committee people, not involved in a committee
    `),
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
        membership roster, members list, membership list, card carrying *member, dues *paying, paid membership, the membership, whole membership, the whole membership, entire membership, total membership, overall membership, membership as a whole, *member on record, *member of record, *member in total, current members roll, association membership, membership body, membership rolls, membership numbers, *distinct members, distinct *member, unique *member, individual memberships,
        mbrs, mbr, mbrship, mbrships, mem, mems, membr, membrs, memberz, our people, our folks, our base, our membership, mship, mships, association *member, *member of the association, *member of ours, dues paying *member, *registrant members
      `),
    takesBase: true,
  },
  {
    head: 'people',
    words: said(`
        lot, our lot, the lot of them, bunch, crowd, gang, crew, cohort, audience, roster, our roster, the roster, on our roster, on the roster, our crowd, our bunch, population, set of people, folk of ours, ours, of ours, them all, souls, peeps of ours, chaps, fellas, ladies and gentlemen, humans of ours, persons at all, anybody at all, anyone whatsoever,
        whosoever, whichever people, any of our people, any folks, any of our members, all those who, those that, the ones that, the ones which, the people who, the people that, the folks who, the folks that, those people who, the lot who, those members, anyone of ours, anybody of ours, every person, everyone of ours, each person, everyone, everybody, anyone, anybody, someone, somebody, those, who, the ones, ones, whoever, whomever, all those, any of those, anyone
        at all, the ones who, guys, the lot, all who, one, y'all, everyone who, names and employers, names and emails, names and amounts, names and numbers, names and phones, names and phone numbers, names and tiers, names and chapters, names and contact details, names and all, names, names of people, users, *user, *customer, *supporter, others
      `),
    takesBase: true,
  },
  {
    head: 'people',
    words: said(`
        people, persons, folks, folk, ppl, peeps, person, the people, the folks, those people, those folks, all the people, all of the people, all people, any people, any person, natural persons
      `),
    takesBase: true,
    arePersons: true,
  },
  {
    head: 'everybody',
    words: said(`
      of any status, any status, in any status, with any status, whatever status, whatever the status, whatever their status, whatever their status now, whatever their status today, whatever their current status, whatever their present status, whatever status they have, whatever status they have now, whatever status they are in, whatever they are now, whatever they are today, whatever they may be now, whatever became of them, whatever their standing, whatever the membership status, whatever happened since, whatever happened to them since,
      regardless of status, regardless of their status, regardless of current status, regardless of membership status, regardless of present status, regardless of whether they are still members, irrespective of status, irrespective of their status, irrespective of membership status, no matter the status, no matter their status, no matter what status, no matter what their status, no matter what they are now, independent of status, all statuses, any and all statuses, across all statuses, over all statuses, every status, of every status, of all statuses, in every status, status does not matter, status is irrelevant,
      member or not, members or not, whether members or not, whether a member or not, members and nonmembers, members and non members, members or nonmembers, members or non members, active or not, current or not, whether active or not, whether or not active, not only members, not just members, not only active members,
      everyone on record, everybody on record, anyone on record, anybody on record, all on record, over all records, all records, of all records, across all records, over every record, on every record, the whole database, in the whole database, across the database, in the database, over the whole database, everyone we have on record, everybody we have on record, everyone in the system, everybody in the system, everyone on the books, all people on record, all accounts
    `),
    takesBase: false,
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
        co *member, companies and organisations, companies and organizations, companies and other organisations, companies and other organizations, companies or organisations, companies or organizations, organisations and companies, organizations and companies, firms and organisations, firms and organizations, companies and firms, other organisations, other organizations, corporate *entity, orgs only, organisations only, organizations only, companies only, only organisations, only organizations, only companies, only orgs, just organisations, just organizations, just companies, just orgs, just the orgs, just the companies, just the organisations, just the organizations, org *record, institutional *account, *agency, *nonprofit, *charity, *university, *college,
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
        *contact, *record, everyone on file, all contacts, people on file, people on record, people in the database,
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
