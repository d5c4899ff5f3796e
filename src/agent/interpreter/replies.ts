/* What the interpreter says after its tools have answered: the tools' own words, and what was taken for granted. */
import { AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages';
import type { Question } from '../turn.js';
import type { Focus } from './focus.js';
import { LEFT_ASIDE, type Mind } from './interpret.js';
import { focusOf, type Mark, markOf } from './memory.js';
import { spoken } from './questions.js';
import { readAs } from './read-as.js';
import { pseudonymsIn } from './tokenise.js';

export interface Reply {
  readonly text: string;
  readonly mark: Mark;
}

/** `turn` holds the messages since the person spoke: at least one call and its results. */
export function replyTo(
  before: readonly BaseMessage[],
  turn: readonly BaseMessage[],
  sentence: string,
  mind: Mind,
): Reply {
  const results = turn.filter((message): message is ToolMessage => message instanceof ToolMessage);
  const failed = results.filter(({ status }) => status === 'error');
  const text = results.map((result) => result.text).join('\n\n');
  const question = failed.length ? whichOne(failed, turn, sentence, focusOf(before), mind) : undefined;
  if (question) return { text: spoken(question), mark: { status: 'clarify', sentence, question } };
  const assumptions = turn.flatMap((message) =>
    message instanceof AIMessage ? (markOf(message)?.assumptions ?? []) : [],
  );
  const untold = [...new Set(assumptions)].filter((note) => !text.includes(note));
  const isAside = (note: string): boolean => note.startsWith(LEFT_ASIDE);
  const readAsWords = untold.filter((note) => !isAside(note));
  const aside = untold.filter(isAside).map((note) => `\n${note}.`);
  const told = `${readAsWords.length ? `\nRead as: ${readAsWords.join('; ')}.` : ''}${aside.join('')}`;
  return {
    text: `${text}${failed.length ? '' : told}`,
    mark: {
      status: 'answer',
      assumptions,
      next: failed.length ? [] : [...asked(turn), ...nextFor(focusOf([...before, ...turn]), turn, mind)],
    },
  };
}

/** What was asked in the same breath. */
const asked = (turn: readonly BaseMessage[]): readonly string[] =>
  turn.flatMap((message) => markOf(message)?.next ?? []);

/** Whom else a name may mean, as a tool lists them: "- M-7F3KQ2: active, Professional". */
const CANDIDATE = /^- (M-[0-9A-Z]{6}): .*$/gm;

/** A name that fits several people, or nobody quite: each of those listed, put in its place, is a choice. */
function whichOne(
  failed: readonly ToolMessage[],
  turn: readonly BaseMessage[],
  sentence: string,
  focus: Focus | undefined,
  mind: Mind,
): Question | undefined {
  const text = failed.map((message) => message.text).join('\n');
  const named = namesGiven(turn).find((name) => sentence.includes(name));
  if (named === undefined) return undefined;
  const choices = [...text.matchAll(CANDIDATE)]
    .map(([line, member = '']) => ({ text: line.slice(2), completes: sentence.replaceAll(named, member) }))
    .filter(({ completes }) => readAs(completes, focus, mind));
  if (choices.length === 0) return undefined;
  const asked = text
    .replaceAll(CANDIDATE, '')
    .replace(/\s+/g, ' ')
    .replace(/: (?=[A-Z])/g, '. ')
    .trim();
  return { text: asked, understood: [], unexplained: [], choices };
}

/** As the calls of the turn give them: words of a name, or the placeholder of one that several bear. */
const namesGiven = (turn: readonly BaseMessage[]): string[] =>
  turn.flatMap((message) =>
    message instanceof AIMessage
      ? (message.tool_calls ?? []).flatMap(({ args }) => [
          ...[args['member'], args['name']].filter((value): value is string => typeof value === 'string'),
          ...pseudonymsIn(JSON.stringify(args)),
        ])
      : [],
  );

const placed = (name: string): string => (/ chapter$/i.test(name) ? `the ${name}` : name);

const WHY = 'how do you know?';

/** Questions that follow naturally; each is one the interpreter reads with this turn in mind. */
function nextFor(focus: Focus | undefined, turn: readonly BaseMessage[], mind: Mind): string[] {
  const called = turn.flatMap((message) => (message instanceof AIMessage ? (message.tool_calls ?? []) : []));
  if (!focus?.definition || called.every(({ args }) => args['definition'] === undefined)) return [WHY];
  const names = new Set(called.map(({ name }) => name));
  const said = JSON.stringify(focus.definition);
  const places = [...mind.grammar.world.vocabulary.chapters, ...mind.grammar.world.vocabulary.states];
  const isPlaced = /"field":"(chapter|state|city)"/.test(said);
  const other = places.find(({ id, name }) => !said.includes(`"${id}"`) && !said.includes(`"${name}"`));
  return [
    ...(names.has('count_members') ? ['list them'] : []),
    ...(names.has('find_members') ? ['how many are there?'] : []),
    ...(other ? [isPlaced ? `what about ${placed(other.name)}?` : `only those in ${placed(other.name)}`] : []),
  ]
    .filter((sentence) => readAs(sentence, focus, mind))
    .concat(WHY);
}
