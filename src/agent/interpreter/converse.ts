/* One sentence of a conversation to an answer: a call, a refusal, a question, or how the last number came about. */
import { AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages';
import { wordsOf } from '../../language/words.js';
import { aboutOne } from './about-one.js';
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
import { earlierFocuses, type Mark, markOf, meantBefore } from './memory.js';
import { goneOnFromOffered } from './on-offered.js';
import { stillMeasured } from './other-figure.js';
import { abilities, examplesOf, questionFor, spoken } from './questions.js';
import { readAs } from './read-as.js';
import { isOnlyPeople, notHeldIn, type Refused, recipientsIn, refusedIn } from './refusals.js';
import { saidChange } from './said-changes.js';
import { sentenceOf } from './sentences.js';
import { isOwnWords, pseudonymsIn } from './tokenise.js';
import { twoRequests } from './two-requests.js';

export interface Answer {
  readonly text: string;
  readonly calls: readonly { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> }[];
  readonly mark: Mark;
}

/** A number shown before, asked about by its id, is opened. */
const RECORD_ID = /\b[PR]-[0-9A-Z]{6,}\b/i;
const HELP = /^(?:help|what can (?:you|i) (?:do|ask)\b.*|hi|hello|hey|how does this work|what do you do)[\s?!.]*$/i;
const GREETING = /^(?:hi|hello|hey)[\s?!.]*$/i;
const THANKS = /^(?:thanks|thank you|thx|great|perfect|cheers|ok|okay)(?: (?:so much|a lot|very much))?[\s!.]*$/i;

const said = (text: string, mark: Mark): Answer => ({ text, calls: [], mark });

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

const neverDone = (word: string): string =>
  /^passwords?$/i.test(word)
    ? 'No password is kept here, and none can be shown or set.'
    : `I never ${word.toLowerCase()} anything: records are changed only by a proposal that somebody approves.`;

const BY_NAME =
  /\b(?:the )?names\b(?! of (?:the |our )?(?:chapters|tiers|events|committees|groups|courses))|\bby name\b|\bname them\b/i;
/** "Now how many ...": the next question, and no time. */
const NEXT_QUESTION =
  /^(?:(?:and|so|ok|okay|right|then|next|now|also)[,.!]*\s+)*(?:now|next|then|also)[,.!]*\s+(?=(?:how (?:many|much)|which|who|what|list|show|give|count)\b)/i;
const ASKS_FOR_NAMES =
  /\b(?:names?|who|whom|list|roster|which (?:\w+ ){0,2}(?:members|fellows|people|ones|students))\b/i;

/** What a tool would answer that the person asking may not use: said, and never a question about words. */
function withoutRight(sentence: string, focus: Focus | undefined, mind: Mind): Answer | undefined {
  const all = mind.withheld?.();
  if (!all) return undefined;
  const isShown = (name: string): boolean => mind.grammar.tools.some(({ tool }) => tool.name === name);
  const findings = findingsOf(sentence, focus, all);
  const verdict = decide(findings);
  const reading =
    verdict.kind === 'call' ? verdict.reading : ASKS_FOR_NAMES.test(sentence) ? findings.readings[0] : undefined;
  const named = reading?.tool.tool.name ?? aboutOne(sentence, focus, all)?.calls[0]?.tool;
  // Names are asked for in so many words: nothing that may be used here gives any, however the rest is read.
  const isOfNames = BY_NAME.test(sentence) && !isShown('find_members');
  const asked = all.grammar.tools.find((one) => one.tool.name === named)?.tool;
  const listing = all.grammar.tools.find((one) => one.tool.name === 'find_members')?.tool;
  const tool = isOfNames && (!asked || isShown(asked.name)) ? listing : asked;
  if (!tool || isShown(tool.name)) return undefined;
  const { definition } = reading?.arguments ?? {};
  const counting = mind.grammar.tools.find((one) => one.tool.name === 'count_members');
  const count =
    definition && counting ? sentenceOf({ tool: counting, arguments: { definition } }, mind.grammar.world) : '';
  const isCounted = count !== '' && readAs(count, undefined, mind) !== undefined;
  return said(
    `Your role does not allow that: ${tool.title.toLowerCase()}. The people and their records are hidden by your rights, not missing.${isCounted ? ` How many there are can be asked: “${count}”.` : ''}`,
    { status: 'refuse', next: isCounted ? [count] : examplesOf(mind) },
  );
}

/** A fragment after an answer about one: asked of that one. */
const ASKED_OF_ONE = /^(?!(?:so |and |ok )*(?:who|how many|which|list|show|count)\b).{3,80}(?:\?|\by\/n)\s*$/i;
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
function unanswered(
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

/** What cannot be done, what can, and the people it was for as a list to go on from. */
function refusal(refused: Refused, text: string, focus: Focus | undefined, mind: Mind): Answer {
  const { because, instead } = refused;
  const people = recipientsIn(text);
  const list = people ? `list ${people}` : undefined;
  const isListed = list !== undefined && readAs(list, undefined, mind) !== undefined;
  if (isListed && isOnlyPeople(text)) {
    const question = {
      text: `${because} ${instead}`,
      understood: [],
      unexplained: [],
      choices: [{ text: list, completes: list }],
    };
    return said(spoken(question), { status: 'clarify', question, sentence: text });
  }
  const next = isListed ? [list] : nearestTo(refused, text, focus, mind);
  return said(`${because} ${instead}`, { status: 'refuse', next });
}

const INSTEAD_OF_PROTECTED = ['how many members by tier', 'how many members by chapter'];

/** What can be asked near to what was refused, about the one it names where it names one; else examples. */
function nearestTo(
  { nearest = [], ofOne = [] }: Pick<Refused, 'nearest' | 'ofOne'>,
  text: string,
  focus: Focus | undefined,
  mind: Mind,
): readonly string[] {
  const [person, ...others] = pseudonymsIn(text).filter((name) => name.startsWith('M-'));
  const spokenOf = person ?? (/\b(?:him|her|his|their|them|she|he)\b/i.test(text) ? focus?.member : undefined);
  const near = spokenOf && others.length === 0 ? ofOne.map((words) => words.replace('{member}', spokenOf)) : nearest;
  const read = near.filter((words) => readAs(words, undefined, mind));
  return read.length > 0 ? read : examplesOf(mind);
}

/** The one word that was asked about, and what was said in its place. */
function repairOf(text: string, pending: Pending | undefined, sentence: string): Mark['meant'] {
  const [word, ...others] = pending?.question.unexplained ?? [];
  const isSaid = word !== undefined && others.length === 0 && sentence.includes(text.trim()) && /\p{L}{2}/u.test(text);
  return isSaid && !sentence.toLowerCase().includes(word.toLowerCase()) ? { word, as: text.trim() } : undefined;
}

/** A word nothing explains, asked about before, means what it was said to mean; told. */
function withMeanings(
  sentence: string,
  before: readonly BaseMessage[],
  focus: Focus | undefined,
  mind: Mind,
): { readonly text: string; readonly notes: readonly string[] } | undefined {
  const meanings = [...meantBefore(before)].filter(([word]) => sentence.toLowerCase().includes(word));
  if (meanings.length === 0 || decide(findingsOf(sentence, focus, mind)).kind !== 'unexplained') return undefined;
  let text = sentence;
  for (const [word, as] of meanings) {
    const at = text.toLowerCase().indexOf(word);
    if (at >= 0) text = `${text.slice(0, at)}${as}${text.slice(at + word.length)}`;
  }
  return { text, notes: meanings.map(([word, as]) => `"${word}" is read as "${as}", as said before`) };
}

const BACK =
  /^(?:please )?(?:go back|back|undo that|never ?mind|forget that|scratch that|back up|the one before|previous|return to the (?:last|previous) (?:one|list))[\s.!]*$/i;

/** The people spoken of before the last ones. */
function callBefore(messages: readonly BaseMessage[]): Answer['calls'][number] | undefined {
  const calls = messages.flatMap((message) =>
    message instanceof AIMessage
      ? (message.tool_calls ?? []).filter(({ args }) => args['definition'] !== undefined)
      : [],
  );
  const call = calls.at(-2);
  return call && { tool: call.name, arguments: call.args };
}

const ROWS: Readonly<Record<string, number>> = {
  first: 0,
  second: 1,
  third: 2,
  fourth: 3,
  fifth: 4,
  sixth: 5,
  last: -1,
  top: 0,
  bottom: -1,
  '1st': 0,
  '2nd': 1,
  '3rd': 2,
  '4th': 3,
  '5th': 4,
};

/** "The second one", of a list just shown: that member. */
function withRow(sentence: string, before: readonly BaseMessage[]): string {
  const shown = before.findLast((message) => message instanceof ToolMessage);
  const rows = shown ? pseudonymsIn(shown.text).filter((name) => name.startsWith('M-')) : [];
  return sentence.replace(
    /\b(?:the )?(first|second|third|fourth|fifth|sixth|last|top|bottom|[1-5](?:st|nd|rd|th))(?: one| person| member| name| guy| company| org| of (?:them|those|these)| in the list| on the list| on (?:that|this) list)(?=\W|$)/i,
    (words, ordinal: string) => rows.at(ROWS[ordinal.toLowerCase()] ?? 99) ?? words,
  );
}
