/*
 * A verdict that is no call, as a question: what was understood, the words that were not, and choices. Each choice is a
 * sentence the interpreter itself reads; one that it does not read is not offered.
 */

import { nearest } from '../../language/nearest.js';
import type { Question } from '../turn.js';
import type { Focus } from './focus.js';
import type { Findings, Mind, Verdict } from './interpret.js';
import { answersWithout, runsOf, tellingRun, tidy, wordsOfRuns } from './left-out.js';
import type { Offered, OfferedChoice } from './offered.js';
import { readAs } from './read-as.js';
import type { Reading } from './readings.js';
import { sentenceOf, understoodOf } from './sentences.js';
import { standingFor } from './standing-for.js';
import { meantBy } from './synonyms.js';
import type { Lacking } from './thought.js';
import { pseudonymsIn, type Token } from './tokenise.js';

const MOST_CHOICES = 4;
/** Tiers are few: each may be the one that was meant. */
const MOST_NAMES = 6;
/** Of the pairs of letters of two words: below, one is no misspelling of the other. */
const LIKE = 0.6;
const LIKE_A_NAME = 0.4;

export function questionFor(
  verdict: Exclude<Verdict, { kind: 'call' | 'forbidden' | 'protected' }>,
  findings: Findings,
  focus: Focus | undefined,
  mind: Mind,
): Offered {
  const world = mind.grammar.world;
  const asked: Asked = (text, rest = {}, most = MOST_CHOICES) => ({
    text,
    understood: [],
    unexplained: [],
    ...rest,
    choices: readable(rest.choices ?? [], focus, mind, most),
  });
  switch (verdict.kind) {
    case 'lacking':
      return lackingQuestion(verdict.lacking, asked, mind);
    case 'ambiguous': {
      const both = [verdict.first, verdict.second].map((reading) => {
        const choice = choiceOf(sentenceOf(reading, world));
        return { choice, offered: standingFor(choice, reading, focus, mind) };
      });
      const [first, second] = both.map(({ choice }) => choice.text);
      // Only one of them may be offered: a number would point to the wrong one.
      const [only] = both.filter(({ offered }) => offered);
      const other = both.find(({ offered }) => !offered);
      return asked(
        only && other
          ? `Do you mean ${only.choice.text}? It may also mean: ${other.choice.text}.`
          : `Do you mean (1) ${first}, or (2) ${second}?`,
        {
          understood: shared(understoodOf(verdict.first, world), understoodOf(verdict.second, world)),
          choices: both.flatMap(({ offered }) => offered ?? []),
        },
      );
    }
    case 'doubtful': {
      const sentence = sentenceOf(verdict.reading, world);
      return asked(`Is this what you mean: ${sentence}?`, {
        understood: understoodOf(verdict.reading, world),
        choices: [standingFor(choiceOf(sentence), verdict.reading, focus, mind) ?? []].flat(),
      });
    }
    case 'unexplained':
      return unexplainedQuestion(verdict.words, verdict.best, findings, focus, asked, mind);
    case 'nothing':
      if (findings.tokens.some(({ text }) => isPronoun(text)))
        return asked('Who is meant? Nobody has been spoken of in this conversation yet.', {
          unexplained: findings.tokens.map(({ raw }) => raw).filter(isPronoun),
          choices: examplesOf(mind).map(choiceOf),
        });
      return asked(`I could not make sense of that. ${abilities(mind)}`, {
        unexplained: findings.tokens.map(({ raw }) => raw).slice(0, 12),
        choices: examplesOf(mind).map(choiceOf),
      });
  }
}

/** A question as text, for whoever sees no chips. */
export const spoken = ({ text, understood, choices }: Question): string =>
  [
    text,
    ...(understood.length ? [`Understood so far: ${understood.join('; ')}.`] : []),
    ...choices.map((choice, index) => `${index + 1}. ${choice.text}`),
  ].join('\n');

type Asked = (text: string, rest?: Partial<Offered>, most?: number) => Offered;

/** What can be done, in the words of the tools at hand. */
export const abilities = ({ grammar }: Mind): string =>
  `I can ${grammar.tools.map(({ tool }) => tool.title.toLowerCase()).join('; ')}.`;

export const examplesOf = ({ grammar }: Mind): string[] =>
  grammar.tools
    .map(({ tool }) => tool.examples.map(({ says }) => says).find((says) => !says.includes('{')))
    .filter((says) => says !== undefined);

const choiceOf = (sentence: string): OfferedChoice => ({ text: sentence, completes: sentence });

/** Those the interpreter reads, each meaning once. */
function readable(
  choices: readonly OfferedChoice[],
  focus: Focus | undefined,
  mind: Mind,
  most: number = MOST_CHOICES,
): OfferedChoice[] {
  const kept = new Map<string, OfferedChoice>();
  for (const choice of choices) {
    const meaning = choice.call ? JSON.stringify(choice.call) : readAs(choice.completes, focus, mind)?.id;
    if (meaning !== undefined && !kept.has(meaning)) kept.set(meaning, choice);
    if (kept.size === most) break;
  }
  return [...kept.values()].slice(0, most);
}

const shared = (first: readonly string[], second: readonly string[]): string[] =>
  first.filter((line) => second.includes(line));

function lackingQuestion({ tool, missing, given }: Lacking, asked: Asked, mind: Mind): Offered {
  const what = missing.map((name) => nameOf(tool.parameters.get(name))).join(' or ');
  const example = tool.tool.examples[0]?.says.replace('{member}', 'M-7F3KQ2');
  const text = `To ${tool.tool.title.toLowerCase()} I need ${what}.${example ? ` For example: "${example}".` : ''}`;
  return asked(text, {
    understood: understoodOf({ tool, arguments: given }, mind.grammar.world),
    choices: missing.some((name) => tool.parameters.get(name) === 'Cond') ? examplesOf(mind).map(choiceOf) : [],
  });
}

const nameOf = (slot: string | undefined): string =>
  slot === 'Text'
    ? 'the text, after a colon'
    : slot === 'Member' || slot === 'Name'
      ? 'to know which person or organisation'
      : slot === 'Cond'
        ? 'to know which people'
        : 'a number';

function unexplainedQuestion(
  words: readonly number[],
  best: Reading | undefined,
  { tokens, spans, ownWords, readings }: Findings,
  focus: Focus | undefined,
  asked: Asked,
  mind: Mind,
): Offered {
  const runs = runsOf(words);
  const run = tellingRun(runs, tokens);
  const [at = 0] = run;
  const end = (run.at(-1) ?? at) + 1;
  const spoken = (positions: readonly number[]) =>
    positions.map((position) => tokens[position]?.raw ?? (ownWords === undefined ? '' : 'the text')).join(' ');
  const word = spoken(run);
  const rest = {
    understood: best ? understoodOf(best, mind.grammar.world) : [],
    unexplained: wordsOfRuns(words, tokens, ownWords),
  };
  const without = answersWithout(words, { tokens, spans, readings }, focus, mind);
  const vague = spans.find(({ sense, from, to }) => sense.cat === 'Vague' && from <= at && at < to);
  if (vague?.sense.cat === 'Vague') {
    const said = tokens
      .slice(vague.from, vague.to)
      .map(({ raw }) => raw)
      .join(' ');
    // Other unknown words are left out, and the choice says so.
    const others = words.filter((position) => position < vague.from || position >= vague.to);
    const kept = tokens.map((token, position) => (others.includes(position) ? SILENT : token));
    const left = others.length ? `, leaving out "${runsOf(others).map(spoken).join(' ')}"` : '';
    const choices = vague.sense.choices
      .flatMap((meaning) => meant(meaning, kept, vague.from, vague.to))
      .map((choice) => ({ ...choice, text: `${choice.text}${left}` }));
    return asked(`"${said}" ${vague.sense.why}. Which do you mean?`, { ...rest, choices });
  }
  const isOperator = spans.some(({ sense, from, to }) => sense.cat === 'Operator' && from === at && to === end);
  if (isOperator)
    return asked(`I am not sure what "${word}" applies to here. Can you say it another way?`, {
      ...rest,
      choices: without,
    });
  if (isPronoun(word)) return asked(`Who is "${word}"? Nobody has been spoken of yet.`, { ...rest, choices: without });
  const isKnown = mind.lexicon.knows(word.toLowerCase());
  const [person] = pseudonymsIn(tokens.map(({ text }) => text).join(' '));
  if (person !== undefined && (isKnown || word.includes(person)))
    return asked(`I can show what is on record of ${person}, but not answer all of that. What should I show?`, {
      ...rest,
      choices: [
        ...without.filter(({ completes }) => completes.includes(person)),
        ...[`show me ${person}`, `invoices of ${person}`, `how engaged is ${person}`].map(choiceOf),
      ],
    });
  const near = run.length === 1 && !isKnown && !/\d/.test(word) ? namesNear(at, tokens, mind) : [];
  const rest0 = words.filter((position) => !run.includes(position));
  // With further words unknown, a choice settles this one and leaves the others out, and says so.
  const settled = (meaning: string): OfferedChoice => ({
    text: rest0.length
      ? `${meaning}, leaving out "${rest0.map((position) => tokens[position]?.raw).join(' ')}"`
      : meaning,
    completes: tidy(
      [
        ...tokens.slice(0, at).map(({ raw }, position) => (rest0.includes(position) ? '' : raw)),
        meaning,
        ...tokens.slice(end).map(({ raw }, position) => (rest0.includes(position + end) ? '' : raw)),
      ].join(' '),
    ),
  });
  const meantFor = [...(rest0.length ? near : []), ...meantBy(word.toLowerCase()), ...likeIt(word, isKnown, mind)];
  const choices = [
    ...(near.length ? [] : without),
    ...near.map((name) => ({ text: name, completes: replaced(tokens, at, end, name) })),
    ...meantFor.map(settled),
    ...(near.length ? without : []),
  ];
  const names = rest.unexplained.map((one) => `"${one}"`);
  const said = `${names.slice(0, -1).join(', ')}${names.length > 1 ? ' and ' : ''}${names.at(-1)}`;
  if (near.length)
    return asked(
      `I do not know ${said}. There is no such value; the nearest are ${near.join(', ')}.`,
      { ...rest, choices },
      Math.max(near.length, MOST_CHOICES),
    );
  return asked(
    `I do not know ${said} here.${without.length ? ' Shall I answer without?' : ' Can you say it another way?'}`,
    {
      ...rest,
      choices,
    },
  );
}

/** Stands for a word that is left out. */
const SILENT: Token = { raw: '', text: '' };

/** Known words spelt much like it. */
const likeIt = (word: string, isKnown: boolean, { lexicon }: Mind): string[] =>
  isKnown || !/^[a-z]{4,}$/i.test(word)
    ? []
    : nearest(
        word.toLowerCase(),
        [...lexicon.words()].filter(
          (known) => known[0] === word[0]?.toLowerCase() && Math.abs(known.length - word.length) < 4,
        ),
        2,
        LIKE,
      );

const isPronoun = (word: string): boolean => /^(her|him|she|he|his|it|them|they|those|these)$/i.test(word);

/** Names of this association a word may have been meant for: by where it stands. */
function namesNear(at: number, tokens: readonly Token[], { lexicon }: Mind): string[] {
  const word = tokens[at]?.text ?? '';
  const before = tokens[at - 1]?.text ?? '';
  const after = tokens[at + 1]?.text ?? '';
  if (/^(in|from|of|near)$/.test(before) || /^(chapter|state)$/.test(after))
    return nearest(word, lexicon.names.places, 3, LIKE_A_NAME);
  if (/^(members?|tiers?|level)$/.test(after)) {
    const near = nearest(word, lexicon.names.tiers, 3, LIKE_A_NAME);
    return near.length > 0 ? near : lexicon.names.tiers.slice(0, MOST_NAMES);
  }
  if (/^(attended|attend|at|to|the)$/.test(before) && lexicon.names.events.length)
    return nearest(word, lexicon.names.events, 3, LIKE_A_NAME);
  return [];
}

/** "engaged members in Ohio" with a meaning in the place of the word, or appended: nothing else of the sentence is lost. */
function meant(meaning: string, tokens: readonly Token[], from: number, to: number): OfferedChoice[] {
  const words = tokens.map(({ raw }) => raw);
  const [, head = '', condition = ''] = /^(members|people|everyone)\s+(.*)$/.exec(meaning) ?? [];
  const isBeforeHead = /^(members?|people)$/.test(tokens[to]?.text ?? '');
  const candidates = [
    [
      ...words.slice(0, from),
      ...meaning.split(' '),
      ...words.slice(to + (isBeforeHead && !/^(who|with)/.test(meaning) ? 1 : 0)),
    ],
    ...(head ? [[...words.slice(0, from), ...words.slice(to), condition]] : []),
    ...(head ? [[...words.slice(0, from), head, ...words.slice(to), condition]] : []),
  ];
  return candidates.map((sentence) => ({ text: meaning, completes: tidy(sentence.join(' ')) }));
}

const replaced = (tokens: readonly Token[], from: number, to: number, words: string): string =>
  tidy([...tokens.slice(0, from).map(({ raw }) => raw), words, ...tokens.slice(to).map(({ raw }) => raw)].join(' '));
