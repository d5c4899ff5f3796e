/* A sentence that points back to a request which was only asked about, or refused: nothing was answered to go on from. */
import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import { wordsOf } from '../../language/words.js';
import { type Answer, said } from './answer.js';
import type { Focus, Pending } from './focus.js';
import type { Mind } from './interpret.js';
import { markOf } from './memory.js';
import { goneOnFromOffered } from './on-offered.js';
import { spoken } from './questions.js';
import { pseudonymsIn } from './tokenise.js';

const POINTS_BACK =
  /\b(?:(?:of|out of|from|in|break|split|group|sort) (?:that|it)\b|(?:how many|which|who|what|list|show|count|names?|any|some|all|each|half|ten|\d+)\b.{0,20}\b)?(?:those|these|them|they|the same|that (?:figure|number|list|group|count|lot|set)|the (?:rest|others|remainder|ones|top ones?|first (?:one|two|three|five|ten)))\b/i;
/** One person beside people that were spoken of. */
const AMONG_THEM =
  /\b(?:of|among|amongst|in|on|with) (?:them|those|these|that (?:list|group|lot|number|set|count)|it)\b/i;
const SHORT = 6;
/** Says only how, or which of them. */
const FRAGMENT =
  /^(?:(?:and|now|ok|so|then|great|right)[,.]?\s+)*(?:(?:split|break|group|sort|order)\b.*|(?:by|per) \w.*|(?:only|just|without|same|what about|how about|leave out|exclude|top \w+|names?\b).*|total\b.*|(?:and )?(?:in|for) (?!(?:the )?(?:record|board)\b)\w.*)$/i;
const LIMITS =
  /^(?:(?:and|now|ok|so|then)[,.]?\s+)*(?:only|just|without|same|the same|what about|how about|leave out|exclude|not)\b/i;
const NAMES_ITS_OWN =
  /\b(?:members?|people|ppl|folks|students?|fellows?|professionals?|individuals?|retirees|companies|organi[sz]ations|orgs|prospects|everyone|everybody|anyone|donors|attendees)\b/i;

/** What points back to a request that was not answered is asked about: what was answered before is something else. */
export function unanswered(
  text: string,
  before: readonly BaseMessage[],
  pending: Pending | undefined,
  focus: Focus | undefined,
  mind: Mind,
): Answer | undefined {
  const last = before.findLast((message) => message instanceof AIMessage);
  const status = markOf(last)?.status;
  if (!last || (status !== 'clarify' && status !== 'refuse')) return undefined;
  if (pseudonymsIn(text).length > 0 && !AMONG_THEM.test(text)) return undefined;
  const isShort = wordsOf(text).length <= SHORT && (LIMITS.test(text) || !NAMES_ITS_OWN.test(text));
  const [back] = POINTS_BACK.exec(text) ?? (isShort ? FRAGMENT.exec(text) : null) ?? [];
  if (back === undefined || NAMES_ITS_OWN.test(text.slice(0, text.indexOf(back)))) return undefined;
  const steps = pending ? goneOnFromOffered(text, pending, focus, mind) : [];
  const choices = steps.length > 0 ? steps : (pending?.question.choices ?? []);
  const word = /(?:those|these|them|they|the same|that \w+|the \w+)$/i.exec(back)?.[0] ?? back;
  const question = {
    text: `“${word}” points back to what was asked before, and that has not been answered yet.${steps.length > 0 ? ' Is this what you mean?' : choices.length > 0 ? ' Which of these was meant?' : ' Please ask that first, in other words.'}`,
    understood: [],
    unexplained: [word],
    choices,
  };
  return said(spoken(question), { status: 'clarify', question, sentence: pending?.sentence ?? text });
}
