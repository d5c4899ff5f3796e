/* One sentence of a conversation to an answer: a call, a refusal, a question, or how the last number came about. */
import type { BaseMessage } from '@langchain/core/messages';
import { aboutOne } from './about-one.js';
import { type Answer, said } from './answer.js';
import { withoutAsker } from './asked-by.js';
import { withBeside } from './beside-a-call.js';
import { choiceTaken, choosing } from './choosing.js';
import { requestOf } from './clauses.js';
import { asksWhatComes } from './events-again.js';
import { figuresIn } from './figures.js';
import type { Focus, Pending } from './focus.js';
import { goingOn, inSteps } from './goes-on.js';
import { asksOfSource, howKnown } from './how-known.js';
import { decide, findingsOf, LEFT_ASIDE, type Mind } from './interpret.js';
import { repairOf, withMeanings } from './meanings.js';
import { earlierFocuses } from './memory.js';
import { stillMeasured } from './other-figure.js';
import { abilities, examplesOf, questionFor, spoken } from './questions.js';
import { INSTEAD_OF_PROTECTED, nearestTo, neverDone, refusal } from './refusal-answers.js';
import { notHeldIn, refusedIn } from './refusals.js';
import { saidChange } from './said-changes.js';
import { BACK, callBefore, withRow } from './shown-before.js';
import { isOwnWords, pseudonymsIn } from './tokenise.js';
import { twoRequests } from './two-requests.js';
import { unanswered } from './unanswered.js';
import { withoutRight } from './without-right.js';

/** A number shown before, asked about by its id, is opened. */
const RECORD_ID = /\b[PR]-[0-9A-Z]{6,}\b/i;
const HELP = /^(?:help|what can (?:you|i) (?:do|ask)\b.*|hi|hello|hey|how does this work|what do you do)[\s?!.]*$/i;
const GREETING = /^(?:hi|hello|hey)[\s?!.]*$/i;
const THANKS = /^(?:thanks|thank you|thx|great|perfect|cheers|ok|okay)(?: (?:so much|a lot|very much))?[\s!.]*$/i;

/** The answer to one sentence; who asked somebody to ask is set aside, and said. */
export function converse(
  said: string,
  before: readonly BaseMessage[],
  focus: Focus | undefined,
  pending: Pending | undefined,
  mind: Mind,
): Answer {
  const taken = pending && choiceTaken(said, pending);
  if (taken?.call) return { text: '', calls: [taken.call], mark: { status: 'answer', sentence: taken.completes } };
  const { text, aside } = withoutAsker(said);
  const answer = answerTo(text, before, focus, pending, mind);
  if (aside === undefined) return answer;
  const assumptions = [`${LEFT_ASIDE}: "${aside}"`, ...(answer.mark.assumptions ?? [])];
  return { ...answer, mark: { ...answer.mark, assumptions } };
}

function answerTo(
  text: string,
  before: readonly BaseMessage[],
  focus: Focus | undefined,
  pending: Pending | undefined,
  mind: Mind,
): Answer {
  const isHelped = mind.grammar.tools.some(({ tool }) => tool.name === 'what_can_you_do');
  if (HELP.test(text.trim()) && (!isHelped || GREETING.test(text.trim())))
    return said(abilities(mind), { status: 'answer', next: examplesOf(mind) });
  if (THANKS.test(text.trim()) && !pending) return said('You are welcome.', { status: 'answer' });
  const change = saidChange(text, focus?.member, mind.grammar.world.customs);
  const isChange = isOwnWords(text) || (change !== undefined && change.tool !== 'propose_contact_correction');
  const refused = isChange ? undefined : refusedIn(text);
  if (refused) return refusal(refused, text, focus, mind);
  const isOfOthers = pseudonymsIn(text).length > 0 || RECORD_ID.test(text);
  const why = focus && !isOfOthers ? howKnown(text, before) : undefined;
  if (why) return said(why, { status: 'answer' });
  if (!isOfOthers && asksOfSource(text) && mind.grammar.tools.some(({ tool }) => tool.name === 'open_receipt'))
    return { text: '', calls: [{ tool: 'open_receipt', arguments: {} }], mark: { status: 'answer', sentence: text } };
  const back = BACK.test(text.trim()) ? callBefore(before) : undefined;
  if (back) return { text: '', calls: [back], mark: { status: 'answer', sentence: text } };
  const chosen = pending ? choosing(text, pending, focus, mind) : undefined;
  const goes =
    chosen === undefined
      ? goingOn(
          requestOf(text, mind.lexicon, mind.grammar.world.customs, true).text,
          focus,
          mind,
          earlierFocuses(before),
        )
      : undefined;
  const isOfEvents = pending?.question.understood.some((line) => line.startsWith('events with')) === true;
  if (isOfEvents && asksWhatComes(text) && mind.grammar.tools.some(({ tool }) => tool.name === 'list_events'))
    return { text: '', calls: [{ tool: 'list_events', arguments: {} }], mark: { status: 'answer', sentence: text } };
  const open = chosen === undefined ? unanswered(text, before, pending, focus, mind) : undefined;
  if (open) return open;
  // Of the one last spoken of, unless it goes on from that answer itself.
  const isOfOne = goes?.call?.arguments['member'] !== undefined;
  const personal =
    chosen === undefined && !isOfOne && focus?.isAboutOne && ASKED_OF_ONE.test(text)
      ? aboutOne(text, focus, mind)
      : undefined;
  if (personal && pseudonymsIn(text).length === 0 && personal.calls.every(({ tool }) => tool !== 'member_profile'))
    return { text: '', calls: personal.calls, mark: { status: 'answer', assumptions: personal.notes, sentence: text } };
  if (goes?.call)
    return {
      text: '',
      calls: [goes.call, ...(goes.also ?? [])],
      mark: { status: 'answer', assumptions: goes.notes, sentence: text },
    };
  const sentence = chosen ?? goes?.text ?? text.replace(NEXT_QUESTION, '');
  const figures = chosen === undefined ? figuresIn(sentence, focus, mind) : undefined;
  if (figures?.call) {
    const assumptions = [...(goes?.notes ?? []), ...figures.notes];
    return {
      text: '',
      calls: [figures.call, ...(figures.also ?? [])],
      mark: { status: 'answer', assumptions, sentence },
    };
  }
  const learnt = chosen === undefined ? withMeanings(sentence, before, focus, mind) : undefined;
  const findings = findingsOf(withRow(learnt?.text ?? sentence, before), focus, mind);
  const verdict = decide(findings);
  switch (verdict.kind) {
    case 'call': {
      const { reading, notes } = verdict;
      const read = { tool: reading.tool.tool.name, arguments: reading.arguments };
      const call = chosen === undefined ? stillMeasured(read, sentence, focus, mind) : read;
      const meant = chosen === undefined ? undefined : repairOf(text, pending, chosen);
      const beside = withBeside(sentence, { calls: [call], notes }, mind.grammar.world.customs);
      const assumptions = [...(learnt?.notes ?? []), ...(goes?.notes ?? []), ...beside.notes];
      return {
        text: '',
        calls: beside.calls,
        mark: { status: 'answer', assumptions, sentence, ...(meant && { meant }) },
      };
    }
    case 'forbidden':
      return said(`${neverDone(verdict.word)} A note, a task or a corrected contact detail can be proposed.`, {
        status: 'refuse',
        next: nearestTo({ ofOne: ['show me {member}'] }, text, focus, mind),
      });
    case 'protected':
      return said(
        `"${verdict.word}" asks about ${verdict.about}. That is a protected characteristic: nobody is chosen, counted or listed by it. You can ask by tier, chapter, place, industry, job title, membership dates, or what people took part in.`,
        {
          status: 'refuse',
          next: nearestTo({ nearest: INSTEAD_OF_PROTECTED, ofOne: ['show me {member}'] }, text, focus, mind),
        },
      );
    default: {
      const steps = chosen === undefined ? inSteps(learnt?.text ?? text, focus, mind) : undefined;
      if (steps?.call)
        return {
          text: '',
          calls: [steps.call],
          mark: { status: 'answer', assumptions: steps.notes, sentence: text },
        };
      const one = aboutOne(learnt?.text ?? sentence, focus, mind);
      if (one)
        return {
          text: '',
          calls: one.calls,
          mark: { status: 'answer', assumptions: [...(goes?.notes ?? []), ...one.notes], sentence },
        };
      const right = withoutRight(sentence, focus, mind);
      if (right) return right;
      // What it is for ("for the caterer") is not what is asked.
      const absent = notHeldIn(requestOf(sentence, mind.lexicon, mind.grammar.world.customs).text);
      if (absent && !isChange) return refusal(absent, sentence, focus, mind);
      const two = twoRequests(sentence, focus, mind);
      if (two)
        return {
          text: '',
          calls: [two.call],
          mark: { status: 'answer', assumptions: two.notes, sentence, ...(two.second && { next: [two.second] }) },
        };
      const question = questionFor(verdict, findings, focus, mind);
      return said(spoken(question), { status: 'clarify', question, sentence });
    }
  }
}

/** "Now how many ...": the next question, and no time. */
const NEXT_QUESTION =
  /^(?:(?:and|so|ok|okay|right|then|next|now|also)[,.!]*\s+)*(?:now|next|then|also)[,.!]*\s+(?=(?:how (?:many|much)|which|who|what|list|show|give|count)\b)/i;

/** A fragment after an answer about one: asked of that one. */
const ASKED_OF_ONE = /^(?!(?:so |and |ok )*(?:who|how many|which|list|show|count)\b).{3,80}(?:\?|\by\/n)\s*$/i;
