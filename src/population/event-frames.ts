/** What staff say of events, portal logins, mailings and notes. */

import { eventLeaf, inLeaf } from './leaf-counts.js';
import type { LeafFrame } from './leaves.js';
import { said } from './said.js';

const eventSlots = { event: 'Event', count: 'Count', window: 'Win' } as const;
const countSlots = { count: 'Count', window: 'Win' } as const;
const mailSlots = { mail: 'Mail', what: 'What', count: 'Count', window: 'Win' } as const;

export const eventFrames: readonly LeafFrame[] = [
  {
    id: 'attendance',
    kind: 'attendance',
    nouns: said('events attended, *event attended, event *attendance, *attendance, *attendee, event *attendee'),
    words: said(`
      ~make it, ~make it there, ~make it along, ~get there, ~make an appearance, ~make an appearance at, ~put in an appearance, ~put in an appearance at, ~be seen at, been seen at, was seen at, were seen at, ~set foot at, ~set foot in, ~be among the attendees of, ~travel to, ~come out, ~come out for, ~come out to, ~come up to, ~come down to, ~turn out for, ~sit in, ~sit in on, sat in on, sat in, ~sit through, sat through, ~tune in, ~tune in to, ~join in on, also at, was also at, were also at, also been to, also been at, also came to, was also present at, also present at, ~be also at, ~dial in to, ~log on to, ~watch live, ~come through for, in the room at, in the room for, in the audience at, on hand at, on hand for, been along to, went along to, ~go along to, was part of, were part of, took part, ~attend, *attendee, attendance, attendance at, in attendance, in attendance at, ~come to, ~come along
      to, ~go to, ~get to, ~make it to, been to, been at, was at, were at, present at, ~show up, ~show up
      at, ~show up to, ~show up for, ~turn up, ~turn up at, ~turn up to, ~turn up for, ~turn out, ~turn out at, ~turn out for, ~turn out to, ~drop in on, ~drop in at, ~pop in to, ~pop along to, ~make it along to, ~make it out to, ~get along to, ~be present at, ~be part of, ~walk through the door at, really came to, really came, actually came, actually came to, actually attended, really attended, actually turned up, actually turned up at, actually showed up, actually showed up at, ~attend anything, ~come to anything, ~go to anything, ~come to an event, ~come to events, ~come to any event, ~come to any of our events, ~come to one of our events, ~attend any event, ~attend any events, ~attend an event, ~attend events, ~attend any of our events, ~attend one of our events, ~go to an event, ~go to events, ~go to any event, ~go to any of our events, been to an event, been to any event, been to anything, been to a single event, been to any of our events, ~show up to anything, ~show up for anything, ~turn up to anything, ~turn up for anything, ~participate,
      ~participate in, *participant, *participant in, ~take part, ~take part in, ~join us at, ~join us for,
      ~sit in on, ~check in at, ~check in to, checked in, seen at, *delegate, *delegate at, live attendance,
      event attendance, events attended, *event attended, event *attendee
    `),
    tense: 'past',
    slots: eventSlots,
    needs: [],
    defaults: [],
    build: (filled) => eventLeaf('attendance', filled),
  },
  {
    id: 'registration',
    kind: 'registration',
    nouns: said('*registration, event *registration, *signup for events, *booking, event *booking, *rsvp, *registrant'),
    words: said(`
      ~register, ~register for, ~register to, ~register at, ~pre register, ~pre register for, ~sign up for,
      ~sign up to, ~book, ~book for, ~book on, ~book onto, ~book a place, ~book a place at, ~book a seat,
      ~book a seat at, ~reserve a seat, ~reserve a seat at, ~reserve a place, ~rsvp, ~rsvp for, ~rsvp to,
      ~rsvp yes, ~enroll, ~enroll in, ~enrol, ~enrol in, ~enrol on, signed on for, *registrant, *registrant
      for, *registrant at, *registrant of, *registration, *registration for, event *registration, going to,
      planning to attend, due to attend, on the list for, on the roster for, have a ticket for, bought a
      ticket for, have tickets for
    `),
    tense: 'past',
    slots: eventSlots,
    needs: [],
    defaults: [],
    build: (filled) => eventLeaf('registration', filled),
  },
  {
    id: 'no_show',
    kind: 'no_show',
    nouns: said('no *show, *noshow'),
    words: said(`
      ~give a miss, gave a miss, then never turned up, then never showed up, then never came, then never showed, then did not show, then did not show up, then did not turn up, then did not come, then did not make it, then not turned up, then not shown up, then not come, then stayed away, then stayed home, then bailed, then failed to show, then failed to turn up, and then never turned up, and then never showed up, and then never came, and then never showed, and then never made it, then never made it, then never attended, and then never attended, and then did not show, and then did not show up, and then did not turn up, and then did not come, and then did not make it, and then did not attend, then did not attend, and then not turned up, and then stayed away, and then stayed home, but stayed away, but stayed home, but did not make it, did not make it, never made it, never made it there, never arrived, did not arrive, but never arrived, but never came, never came, but no showed, never materialised, never materialized, without turning up, without showing up, without coming, without attending, no *show, *noshow, no *show at, no *show for, no showed, no showed at, were a no show at, was a no
      show at, never showed, never showed up, never turned up, did not show, did not show up, did not turn
      up, failed to show, failed to show up, failed to turn up, failed to attend, registered but did not
      attend, registered but did not come, registered but did not show, registered but did not show up,
      signed up but did not attend, signed up but did not show, signed up but did not come, booked but did
      not come, booked but did not attend, ~stand us up, stood us up
    `),
    tense: 'past',
    slots: eventSlots,
    needs: [],
    defaults: [],
    build: (filled) => eventLeaf('no_show', filled),
  },
  {
    id: 'missed_no_show',
    words: ['~miss', '~skip', '~skip out on'],
    tense: 'past',
    slots: eventSlots,
    needs: ['event'],
    defaults: [],
    build: (filled) => eventLeaf('no_show', filled),
  },
  {
    // The same words as the frame above on purpose: a no-show, or simply absent? The interpreter asks.
    id: 'missed_absent',
    words: ['~miss', '~skip', '~skip out on'],
    tense: 'past',
    slots: eventSlots,
    needs: ['event'],
    defaults: [],
    build: (filled) => ({ op: 'not', of: eventLeaf('attendance', filled) }),
  },
  {
    id: 'login',
    kind: 'login',
    nouns: said(
      '*login, *log in, portal *login, website *login, web *login, *sign in, site *login, *session, portal *session, *logon, online *login',
    ),
    words: said(`
      ~log in, ~log in even once, ~log in once, ~log in at least once, ~log in at all, ~log on at all, ~log in to anything, ~sign in at all, ~use their login, ~use their log in, ~use their online account, ~get into the portal, ~go on the portal, ~go into the portal, ~go in the portal, ~enter the portal, ~enter in the portal, ~connect to the portal, ~log in to, ~log in to the portal, ~log in to the website, ~log into, ~log into the portal,
      ~log into the site, ~log into the website, ~log into their account, ~log on, ~log on to, ~log on to
      the portal, ~login, ~sign in, ~sign in to, ~sign in to the portal, ~sign into, ~sign on, *login, *log
      in, portal *login, website *login, web *login, *sign in, portal *visit, ~visit the portal, ~visit the
      member portal, ~access the portal, ~access the member portal, ~access their account, ~use the portal,
      ~use the member portal, ~use the website, ~use the site, ~use their account, on the portal, been on
      the portal, been on the website, active on the portal, active on the website, active online, portal
      use, portal usage, portal activity, web activity
    `),
    tense: 'past',
    slots: countSlots,
    needs: [],
    defaults: [],
    build: (filled) => eventLeaf('login', filled),
  },
  {
    id: 'mail_open',
    about: 'mailings',
    kind: 'mail_open',
    words: said(`
      ~open, ~open up, ~read, ~look at, ~view, email *open, mail *open, *open, *opener, email *opener,
      newsletter *opener, newsletter *reader, newsletter *open, opens of
    `),
    tense: 'past',
    slots: mailSlots,
    needs: ['mail'],
    defaults: [],
    build: (filled) => eventLeaf('mail_open', filled),
  },
  {
    id: 'mail_named',
    kind: 'mail_open',
    about: 'mailings',
    words: said('~open, ~open up, ~read, ~look at, ~view'),
    tense: 'past',
    slots: mailSlots,
    needs: ['what'],
    defaults: [],
    build: (filled) => eventLeaf('mail_open', filled),
  },
  {
    id: 'mail_open_whole',
    kind: 'mail_open',
    nouns: said('email *open, mail *open, *open, newsletter *open, *email opened'),
    words: said(`
      email *open, mail *open, email *opener, newsletter *opener, newsletter *reader, newsletter *open, open
      rate activity
    `),
    tense: 'past',
    slots: countSlots,
    needs: [],
    defaults: [],
    build: (filled) => eventLeaf('mail_open', filled),
  },
  {
    id: 'mail_click',
    about: 'mailings',
    kind: 'mail_click',
    nouns: said('email *click, mail *click, *click, newsletter *click, click *through, *clickthrough, link *click'),
    words: said(`
      ~click, ~click something, ~click something in, ~click on something, ~click on something in, ~click on anything, ~click on anything in, ~click anything, ~click anything in, ~click on anything from, ~click any link in, ~click on any link in, ~click on any links in, ~click any links in, ~click a link from, ~click through something in, ~click into, ~tap on a link in, ~tap a link in, ~click on, ~click in, ~click through, ~click through on, ~click through from, ~click a link,
      ~click a link in, ~click on a link, ~click on a link in, ~click links in, ~follow a link in, email
      *click, mail *click, newsletter *click, *click, *clicker, click *through, *clickthrough, clicks in,
      clicks on
    `),
    tense: 'past',
    slots: mailSlots,
    needs: [],
    defaults: [],
    build: (filled) => eventLeaf('mail_click', filled),
  },
  {
    id: 'note',
    kind: 'note',
    nouns: said('*note, staff *note'),
    words: said(`
      ~have a note, ~have notes, ~have a staff note, ~have notes on file, ~have a note on file, with a note,
      with notes, a note, *note, staff *note, *note on file, notes on record, note on record, a note on
      file, notes from staff, notes logged, note logged, notes added, contact *note
    `),
    tense: 'past',
    slots: countSlots,
    needs: [],
    defaults: [],
    build: (filled) => eventLeaf('note', filled),
  },
  {
    id: 'assigned',
    words: said(`
      assigned to, under, who report to, in the book of, on the books of, on the desk of, ~belong to, whose rm is, whose account owner is, whose rep is, with relationship manager, taken care of by, cared for by, managed by, looked after by, handled by, owned by, served by, covered by, belonging to,
      in the portfolio of, in the care of, whose relationship manager is, whose account manager is, whose
      manager is, relationship manager, relationship manager is, account manager is, account manager
    `),
    tense: 'past',
    slots: { staff: 'Staff' },
    needs: ['staff'],
    defaults: [],
    build: ({ staff }) => inLeaf('relationship_manager', staff ?? ''),
  },
  {
    id: 'employer',
    words: said(`
      ~work at, ~work for, ~work with, working out of, employed by, employed at, *employee of, *employee at,
      employees from, staff of, staff at, people at, people from, contacts at, contacts from, colleagues at,
      whose employer is, whose company is, employer, employer is, on the payroll of, based at, representing, at, from,
      working for, *employee, staff, staffers, people, people of, team at, team of, folks at, folks from, with employer,
      who is at, who are at, everyone at, anyone at, anyone from, everyone from, *member at, *member from
    `),
    tense: 'past',
    slots: { org: 'Org' },
    needs: ['org'],
    defaults: [],
    build: ({ org }) => inLeaf('employer', org ?? ''),
  },
];
