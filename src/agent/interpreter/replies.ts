/* What the interpreter says after its tools have answered: the tools' own words, and what was taken for granted. */
import { AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages';
import type { Focus } from './focus.js';
import type { Mind } from './interpret.js';
import { type Mark, markOf } from './memory.js';
import { readAs } from './questions.js';
import { pseudonymsIn } from './tokenise.js';

export interface Reply {
  readonly text: string;
  readonly mark: Mark;
}

/** `turn` holds the messages since the person spoke: at least one call and its results. */
export function replyTo(turn: readonly BaseMessage[], sentence: string, focus: Focus | undefined, mind: Mind): Reply {
  const results = turn.filter((message): message is ToolMessage => message instanceof ToolMessage);
  const failed = results.filter(({ status }) => status === 'error');
  const assumptions = turn.flatMap((message) =>
    message instanceof AIMessage ? (markOf(message)?.assumptions ?? []) : [],
  );
  const choices = failed.length ? candidatesIn(failed, sentence, focus, mind) : [];
  const text = results.map((result) => result.text).join('\n\n');
  if (choices.length > 1)
    return {
      text,
      mark: { status: 'clarify', sentence, question: { text, understood: [], unexplained: [], choices } },
    };
  const untold = [...new Set(assumptions)].filter((note) => !text.includes(note));
  const told = untold.length ? `\nRead as: ${untold.join('; ')}.` : '';
  return {
    text: `${text}${failed.length ? '' : told}`,
    mark: { status: 'answer', assumptions, next: nextFor(turn, mind) },
  };
}

/** A name that fits several people: each of them, put in its place, is a choice. */
function candidatesIn(failed: readonly ToolMessage[], sentence: string, focus: Focus | undefined, mind: Mind) {
  const [placeholder] = pseudonymsIn(sentence).filter((name) => name.startsWith('N-'));
  if (!placeholder) return [];
  return failed
    .flatMap((message) => pseudonymsIn(message.text))
    .filter((name) => name.startsWith('M-'))
    .map((name) => ({ text: name, completes: sentence.replaceAll(placeholder, name) }))
    .filter(({ completes }) => readAs(completes, focus, mind));
}

/** Questions that follow naturally; each is one the interpreter reads with this turn in mind. */
function nextFor(turn: readonly BaseMessage[], mind: Mind): string[] {
  const called = turn.flatMap((message) => (message instanceof AIMessage ? (message.tool_calls ?? []) : []));
  const definition = called.map(({ args }) => args['definition']).find((value) => value !== undefined);
  const names = new Set(called.map(({ name }) => name));
  const has = (name: string) => mind.grammar.tools.some(({ tool }) => tool.name === name);
  if (definition === undefined) return ['how do you know?'];
  const [place] = mind.lexicon.names.places;
  return [
    ...(names.has('count_members') && has('find_members') ? ['list them'] : []),
    ...(names.has('find_members') && has('count_members') ? ['how many are there?'] : []),
    ...(place ? [`what about ${place}?`] : []),
    'how do you know?',
  ];
}
