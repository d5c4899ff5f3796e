/** What happened, in English: counted, for the first time, for the last time, no more. */
import { sayQuantity } from '../language/counts.js';
import type { Count, Definition, EventKind, EventWhere } from './definition.js';
import { aboutOf } from './event-rows.js';
import { namesOf, type Speaker, sayDaysOf } from './speaker.js';

type EventLeaf = Extract<Definition, { op: 'event' }>;
type Lifecycle = Extract<Definition, { op: 'lifecycle' }>;
type Last = Extract<Definition, { op: 'last' }>;

interface EventWords {
  readonly past: string;
  readonly base: string;
  /** "Stopped logging in". */
  readonly doing: string;
  /** Where nothing narrows it: "attended an event". */
  readonly object: string;
  /** As things that are counted: "logins". */
  readonly plural: string;
  /** What it was about: "downloaded the Salary Guide". */
  readonly about?: (names: string) => string;
}

const plain = (names: string): string => names;

/** The words of each kind, for whoever must say or read the same. */
export const eventWords: Readonly<Record<EventKind, EventWords>> = {
  attendance: {
    past: 'attended',
    base: 'attend',
    doing: 'attending',
    object: 'an event',
    plural: 'events attended',
  },
  registration: {
    past: 'registered for',
    base: 'register for',
    doing: 'registering for',
    object: 'an event',
    plural: 'registrations',
  },
  no_show: {
    past: 'were a no-show at',
    base: 'no-show at',
    doing: 'being a no-show at',
    object: 'an event',
    plural: 'no-shows',
  },
  login: { past: 'logged in', base: 'log in', doing: 'logging in', object: '', plural: 'logins' },
  mail_open: {
    past: 'opened',
    base: 'open',
    doing: 'opening',
    object: 'an email',
    plural: 'email opens',
    about: (names) => `the mailing ${names}`,
  },
  mail_click: {
    past: 'clicked',
    base: 'click',
    doing: 'clicking',
    object: 'an email',
    plural: 'email clicks',
    about: (names) => `the mailing ${names}`,
  },
  note: { past: 'had', base: 'have', doing: 'having', object: 'a note', plural: 'notes' },
  page_view: {
    past: 'viewed',
    base: 'view',
    doing: 'viewing',
    object: 'a page',
    plural: 'page views',
    about: (names) => `the page ${names}`,
  },
  download: {
    past: 'downloaded',
    base: 'download',
    doing: 'downloading',
    object: 'a document',
    plural: 'downloads',
    about: plain,
  },
  credit: {
    past: 'earned credit for',
    base: 'earn credit for',
    doing: 'earning credit for',
    object: 'a course',
    plural: 'course completions',
    about: plain,
  },
  volunteer: {
    past: 'volunteered',
    base: 'volunteer',
    doing: 'volunteering',
    object: '',
    plural: 'volunteer entries',
    about: (names) => `as ${names}`,
  },
  post: {
    past: 'posted',
    base: 'post',
    doing: 'posting',
    object: '',
    plural: 'posts',
    about: (names) => `in ${names}`,
  },
  case: {
    past: 'opened',
    base: 'open',
    doing: 'opening',
    object: 'a case',
    plural: 'cases',
    about: (names) => `a case about ${names}`,
  },
  survey: {
    past: 'answered',
    base: 'answer',
    doing: 'answering',
    object: 'a survey',
    plural: 'survey answers',
    about: plain,
  },
  email: {
    past: 'wrote',
    base: 'write',
    doing: 'writing',
    object: 'an email to us',
    plural: 'emails written',
    about: (names) => `an email to ${names}`,
  },
  purchase: {
    past: 'bought',
    base: 'buy',
    doing: 'buying',
    object: 'a product',
    plural: 'purchases',
    about: plain,
  },
  donation: {
    past: 'donated',
    base: 'donate',
    doing: 'donating',
    object: '',
    plural: 'donations',
    about: (names) => `to ${names}`,
  },
  sponsorship: {
    past: 'sponsored',
    base: 'sponsor',
    doing: 'sponsoring',
    object: '',
    plural: 'sponsorships',
    about: (names) => `at the ${names} level`,
  },
  committee: {
    past: 'began serving on',
    base: 'begin serving on',
    doing: 'serving on',
    object: 'a committee',
    plural: 'committee services',
    about: plain,
  },
  payment: { past: 'made', base: 'make', doing: 'making', object: 'a payment', plural: 'payments' },
  renewal: { past: 'completed', base: 'complete', doing: 'completing', object: 'a renewal', plural: 'renewals' },
};

export function sayEvent({ kind, where, count, window }: EventLeaf, speaker: Speaker): string {
  const verb = isNone(count) ? didNot(kind) : did(kind, speaker);
  const often = isNone(count) || isSome(count) ? '' : `${sayQuantity(count)} times`;
  return joined('who', verb, objectOf(kind, where, speaker), often, sayDaysOf(window, speaker));
}

export function sayLifecycle({ kind, where, pattern, window }: Lifecycle, isNot: boolean, speaker: Speaker): string {
  const object = objectOf(kind, where, speaker);
  const days = sayDaysOf(window, speaker);
  if (pattern === 'first_time')
    return joined('who', isNot ? didNot(kind) : did(kind, speaker), object, 'for the first time', days);
  const verb = pattern === 'stopped' ? (isNot ? 'did not stop' : 'stopped') : isNot ? 'did not resume' : 'resumed';
  return joined('who', verb, eventWords[kind].doing, object, days);
}

export function sayLast({ kind, where, window }: Last, isNot: boolean, speaker: Speaker): string {
  const verb = isNot ? `did not last ${eventWords[kind].base}` : `last ${did(kind, speaker)}`;
  return joined('who', verb, objectOf(kind, where, speaker), sayDaysOf(window, speaker));
}

/** "Logins", "downloads of the Salary Guide". */
export function sayEvents(kind: EventKind, where: EventWhere | undefined, speaker: Speaker): string {
  const about = kind in aboutOf ? speaker.vocabulary[aboutOf[kind as keyof typeof aboutOf]] : [];
  const names = [atWhich(where, speaker), namesOf(where?.what, about)].filter(Boolean).join(', ');
  return names ? `${eventWords[kind].plural} of ${names}` : eventWords[kind].plural;
}

export const isNone = ({ is, value }: Count): boolean => is === 'eq' && value === 0;
const isSome = ({ is, value }: Count): boolean => is === 'gte' && value === 1;
const joined = (...parts: string[]): string => parts.filter(Boolean).join(' ');
const didNot = (kind: EventKind): string => `did not ${eventWords[kind].base}`;

function did(kind: EventKind, { isOne }: Speaker): string {
  const { past } = eventWords[kind];
  return isOne ? past.replace(/^were /, 'was ') : past;
}

function objectOf(kind: EventKind, where: EventWhere | undefined, speaker: Speaker): string {
  const { about, object } = eventWords[kind];
  const list = kind in aboutOf ? speaker.vocabulary[aboutOf[kind as keyof typeof aboutOf]] : [];
  const names = namesOf(where?.what, list);
  return joined(names && about ? about(names) : '', atWhich(where, speaker)) || object;
}

function atWhich(where: EventWhere | undefined, { vocabulary }: Speaker): string {
  if (!where) return '';
  const types = namesOf(where.eventType, vocabulary.eventTypes);
  return [namesOf(where.event, vocabulary.events), namesOf(where.series, vocabulary.series), types && `a ${types}`]
    .filter(Boolean)
    .join(', ');
}
