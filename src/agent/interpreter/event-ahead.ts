/* An event named ahead of what is asked about it: "the summit this year - how many showed up?" */
import { BEGINS_ASKING } from './asked-for.js';
import type { Span } from './senses.js';
import { tokenise } from './tokenise.js';

const EVENT_HEAD = /^(?:(?:so|and|ok|re|about|for|at|on)\s+)*(?:the |our |this year's |last year's )?/i;
const ATTENDS =
  /\b(attend(?:ed|ing)?|skip(?:ped)?|miss(?:ed)?)\s*[?.!]*$|\b(?:show(?:ed)?|turn(?:ed)?) up\s*[?.!]*$|\b(?:came|come|went|was there|were there|showed|turned out|checked in|badged in|no[- ]?shows?)\s*[?.!]*$|\b(registered|signed up|booked)\s*[?.!]*$/i;

/** "The summit this year - how many showed up?": what is asked, at that event. */
export function withEventBehind(
  kept: readonly string[],
  spansIn: (clause: string) => readonly Span[],
): readonly string[] {
  const [head = '', asked = '', ...others] = kept;
  const name = head.replace(EVENT_HEAD, '').replace(/[\s.,:;?!–—-]+$/, '');
  const found = ATTENDS.exec(asked);
  if (!found || !BEGINS_ASKING.test(asked) || name === '') return kept;
  const length = tokenise(name).tokens.length;
  const spans = spansIn(name).filter(({ sense }) => sense.cat === 'Event' || sense.cat === 'Win');
  const event = spans.filter(({ sense }) => sense.cat === 'Event').sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  const isAll =
    event !== undefined &&
    (event.from === 0 || spans.some(({ from, to }) => from === 0 && to === event.from)) &&
    (event.to === length || spans.some(({ from, to }) => from === event.to && to === length));
  if (!isAll || spansIn(asked).some(({ sense }) => sense.cat === 'Win')) return kept;
  const rest = asked.replace(/\bthere\b(?=[\s?.!]*$)/i, '').replace(/[\s?.!]+$/, '');
  return [`${rest} ${found[1] ? '' : found[2] ? 'for ' : 'at '}${name}`.replace(/\s+/g, ' '), ...others];
}
