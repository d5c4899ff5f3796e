/*
 * What the builder offers to choose from: a condition for every field of the catalogue and every kind of event, with the
 * control that fills it. A new field or kind appears here by itself.
 */
import { type Definition, type EventKind, eventKinds, moneyMeasures } from '../../../population/definition.js';
import { type Field, fields } from '../../../population/fields.js';
import type { Entry, Vocabulary } from '../../../population/vocabulary.js';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export type Control =
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'day' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'recorded' }
  | { readonly kind: 'text' }
  | { readonly kind: 'event'; readonly event: EventKind }
  | { readonly kind: 'money' };

export interface Offer {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly about: string;
  readonly control: Control;
}

const eventLabels: Readonly<Record<EventKind, string>> = {
  attendance: 'came to an event',
  registration: 'registered for an event',
  no_show: 'registered and did not come',
  login: 'logged in',
  mail_open: 'opened an e-mail',
  mail_click: 'clicked in an e-mail',
  note: 'has a staff note',
  page_view: 'looked at a page',
  download: 'downloaded a document',
  credit: 'earned a course credit',
  volunteer: 'volunteered',
  post: 'posted in the community',
  case: 'opened a support case',
  survey: 'answered a survey',
  email: 'wrote an e-mail to us',
  purchase: 'bought something',
  donation: 'donated',
  sponsorship: 'sponsored',
  committee: 'began to serve on a committee',
  payment: 'made a payment',
  renewal: 'renewed',
};

const moneyLabels: Readonly<Record<(typeof moneyMeasures)[number], string>> = {
  revenue: 'paid in all',
  dues: 'dues paid',
  other_revenue: 'paid besides dues',
  donated: 'donated',
  purchased: 'spent on products',
  balance: 'owes now',
  overdue: 'overdue now',
};

/** Every condition there is to choose, in groups. */
export function offersOf(vocabulary: Vocabulary): readonly Offer[] {
  return [
    ...fields.flatMap((field) => {
      const control = controlOf(field, vocabulary);
      return control
        ? [{ id: `field:${field.name}`, label: field.label, group: 'About the member', about: field.about, control }]
        : [];
    }),
    ...eventKinds.map((event): Offer => {
      const control = { kind: 'event', event } as const;
      return {
        id: `event:${event}`,
        label: eventLabels[event],
        group: 'What they did',
        about: 'How often, and when.',
        control,
      };
    }),
    ...moneyMeasures.map((measure): Offer => {
      const control = { kind: 'money' } as const;
      return {
        id: `money:${measure}`,
        label: moneyLabels[measure],
        group: 'Money',
        about: 'An amount, and when.',
        control,
      };
    }),
  ];
}

function controlOf(field: Field, vocabulary: Vocabulary): Control | undefined {
  switch (field.type) {
    case 'choice':
    case 'set':
      return { kind: 'choice', options: optionsOf(field, vocabulary) };
    case 'number':
      return { kind: 'number' };
    case 'day':
      return { kind: 'day' };
    case 'flag':
      return { kind: 'flag' };
    case 'presence':
      return { kind: 'recorded' };
    case 'text':
      return { kind: 'text' };
    // A person or organisation is found by asking: no list of names is put on a page.
    case 'reference':
      return undefined;
  }
}

function optionsOf({ values }: Field, vocabulary: Vocabulary): Option[] {
  if (typeof values === 'string')
    return (vocabulary[values] as readonly Entry[]).map(({ id, name }) => ({ value: id, label: name }));
  return (values ?? []).map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

/** The group a new condition is added to; any other definition becomes its first condition. */
export function groupOf(definition: Definition | undefined): Extract<Definition, { op: 'all' | 'any' }> {
  if (!definition || definition.op === 'everyone') return { op: 'all', of: [] };
  return definition.op === 'all' || definition.op === 'any' ? definition : { op: 'all', of: [definition] };
}
