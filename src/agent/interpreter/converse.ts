/* One sentence of a conversation to an answer: a call, a refusal, a question, or how the last number came about. */
import { type BaseMessage, ToolMessage } from '@langchain/core/messages';
import { choosing } from './choosing.js';
import type { Focus, Pending } from './focus.js';
import { decide, findingsOf, type Mind } from './interpret.js';
import type { Mark } from './memory.js';
import { abilities, examplesOf, questionFor, spoken } from './questions.js';

export interface Answer {
  readonly text: string;
  readonly calls: readonly { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> }[];
  readonly mark: Mark;
}

const WHY =
  /^(?:but |and |so )?(?:why|how come|how do you know|how did you (?:get|count|come)|where (?:does|did|do) (?:that|this|it|those|the numbers?)\b.*|explain(?: (?:that|this|it|yourself))?|says who|what is that based on|based on what|source|sources|show (?:me )?(?:the )?(?:sources?|receipts?))\b[^a-z]*/i;
const HELP = /^(?:help|what can (?:you|i) (?:do|ask)\b.*|hi|hello|hey|how does this work|what do you do)[\s?!.]*$/i;
const THANKS = /^(?:thanks|thank you|thx|great|perfect|cheers|ok|okay)(?: (?:so much|a lot|very much))?[\s!.]*$/i;

const said = (text: string, mark: Mark): Answer => ({ text, calls: [], mark });

export function converse(
  text: string,
  before: readonly BaseMessage[],
  focus: Focus | undefined,
  pending: Pending | undefined,
  mind: Mind,
): Answer {
  if (HELP.test(text.trim())) return said(abilities(mind), { status: 'answer', next: examplesOf(mind) });
  if (THANKS.test(text.trim()) && !pending) return said('You are welcome.', { status: 'answer' });
  const why = focus && WHY.test(text.trim()) ? lastSources(before) : undefined;
  if (why) return said(why, { status: 'answer' });
  const sentence = pending ? (choosing(text, pending, focus, mind) ?? text) : text;
  const findings = findingsOf(sentence, focus, mind);
  const verdict = decide(findings);
  switch (verdict.kind) {
    case 'call': {
      const { reading, notes } = verdict;
      const call = { tool: reading.tool.tool.name, arguments: reading.arguments };
      return { text: '', calls: [call], mark: { status: 'answer', assumptions: notes, sentence } };
    }
    case 'forbidden':
      return said(
        `I never ${verdict.word.toLowerCase()} anything: records are changed only by a proposal that somebody approves. ${abilities(mind)}`,
        { status: 'refuse' },
      );
    case 'protected':
      return said(
        `"${verdict.word}" asks about ${verdict.about}. That is a protected characteristic: nobody is chosen, counted or listed by it. You can ask by tier, chapter, place, industry, job title, membership dates, or what people took part in.`,
        { status: 'refuse', next: examplesOf(mind) },
      );
    default: {
      const question = questionFor(verdict, findings, focus, mind);
      return said(spoken(question), { status: 'clarify', question, sentence });
    }
  }
}

/** The sources of the last answer, as its tools gave them. */
function lastSources(before: readonly BaseMessage[]): string | undefined {
  const last = before.findLast(
    (message): message is ToolMessage => message instanceof ToolMessage && message.status !== 'error',
  );
  const sources = last?.additional_kwargs['sources'];
  if (!last || !Array.isArray(sources) || sources.length === 0) return undefined;
  return `I counted nothing myself; each number comes from the store:\n${sources.join('\n')}`;
}
