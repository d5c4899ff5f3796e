/* What a span says by itself: something of members, figures or events, something refused, or nothing. */
import type { Category, Span } from './senses.js';

/** Of spans that say nothing by themselves. */
const quiet: ReadonlySet<Category> = new Set(['Day', 'Category', 'Order', 'Win', 'ContactField']);

/** A span that says something of members, figures or events. */
export const isTelling = (span: Span): boolean =>
  !isQuiet(span) &&
  ![
    'Call',
    'Operator',
    'Count',
    'Number',
    'Years',
    'Limit',
    'Points',
    'Org',
    'Staff',
    'Name',
    'Protected',
    'Forbidden',
  ].includes(span.sense.cat);
export const isDescribing = ({ sense }: Span): boolean =>
  ['Cond', 'Event', 'Org', 'Vague', 'Frame'].includes(sense.cat);
export const isQuiet = ({ sense }: Span): boolean =>
  quiet.has(sense.cat) || (sense.cat === 'Call' && sense.isAddition === true);
export const isRefused = ({ sense }: Span): boolean => sense.cat === 'Protected' || sense.cat === 'Forbidden';
