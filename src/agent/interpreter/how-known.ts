/* Where a number came from: the words that ask it, and which number of the conversation they mean. */
import { type BaseMessage, ToolMessage } from '@langchain/core/messages';

const FIGURE =
  '(?:figures?|numbers?|counts?|totals?|amounts?|sums?|results?|answers?|percentages?|shares?|averages?|medians?|stats?|statistics?|headcounts?|tally|tallies|breakdown|split|lists?|values?|data|one|ones)';
const THAT = `(?:that|this|it|those|these|them|the|your|our|all (?:that|this|of (?:that|this|it)))`;
/** "That last figure", "it", "the number": what was answered. */
const ANSWERED = `${THAT}(?: (?:very|same|last|latest|first|second|third|fourth|earlier|previous|overdue|open|grace|active|lapsed|total|final|new|\\w+))?(?: ${FIGURE})?`;
const COME_TO =
  '(?:derived?|deriving|calculat\\w+|comput\\w+|work(?:ed)? out|figure(?:d)? out|arriv\\w+(?: at)?|reach(?:ed)?|count(?:ed)?|com(?:e|ing) (?:by|from|to|up with)|came (?:by|from|to|up with)|get(?:ting)?(?: to)?|got(?: to)?|take|took|taken|pull(?:ed)?|obtain(?:ed)?|determin\\w+|measur\\w+|establish\\w*|produc\\w+|made|make|built|put together|compil\\w+|sourced?|establish\\w*)';

const asked: readonly string[] = [
  `(?:that|this|it|those|these) (?:\\w+ )?rests? on`,
  `back (?:that|this|it|those) (?:\\w+ )?up|back up (?:that|this)`,
  `on (?:what|which) (?:basis|grounds|evidence|data|authority|records?)(?! (?:were|was|are|is) (?:they|people|members))`,
  `(?:that|this|it|those|figure|number|count|total) (?:was |were |been )?(?:derived|calculated|computed|worked out|arrived at|reached|counted|come (?:by|from)|came from|based on|taken from|obtained)`,
  `(?:derive|calculate|compute|arrive at|work out|come up with|count|get|got|take|took) (?:that|this|it|those|these)(?: (?:last|latest|first|second|final|previous|earlier|same|overdue|total))?(?: (?:figure|number|count|total|from))?\\s*[?!.]*\\s*$`,
  `how (?:exactly |precisely )?(?:did|do|have|has|was|were|is|are) (?:you|u|we|that|this|it|those|these) (?:\\w+ )?${COME_TO}(?: ${ANSWERED})?\\s*[?!.]*\\s*$`,
  `(?:get|got|getting|pull|take) (?:it|that|this|these|those)(?: (?:last |latest |second |first )?(?:figure|number)s?)? from`,
  `where(?:'s| is| are| does| did| do)? (?:that|this|the|it|u|you)\\b.{0,30}\\b(?:from|come|get|got)`,
  `(?:what|which)(?:'s| is| are| was| were) (?:that|this|it|those|the)(?: \\w+){0,2} (?:based|resting|built|founded|drawn) (?:on|from)`,
  `what(?:'s| is| lies| stands| sits)? behind (?:that|this|it|those|the (?:\\w+ )?${FIGURE})`,
  `what (?:exactly )?(?:went|goes) into (?:that|this|it|those|the)\\b`,
  `(?:basis|source|evidence|proof|receipt|workings?|derivation|method|methodology|provenance|origin)s? (?:for|of|behind|to) (?:that|this|it|those|the (?:\\w+ )?(?:figure|number|count|total))`,
  `(?:prove|substantiate|justify|verify|source|corroborate|double[- ]?check|evidence|vouch for|stand behind) (?:it|that|this|those|the (?:figure|number|count|total))`,
  `(?:trust|rely on|defend|quote) (?:it|that|this|those|the (?:figure|number|count|total))(?: (?:figure|number|count|total))?\\s*\\?`,
  `show (?:me )?(?:your|the|its) (?:work(?:ing|ings)?|maths?|sources?|evidence|receipts?)`,
  'how (?:sure|certain|reliable|solid|accurate|trustworthy|fresh|current|up to date)(?= (?:is|are|was|were) (?:that|this|it|those|these|you|we|the (?:figure|number|count|total|data))\\b)|how (?:sure|certain)\\b',
  'how do (?:you|we|i|they) know',
  'who(?:m)? (?:all |exactly )?(?:did|have|are) you (?:count|counted|counting|includ\\w+)\\b',
  'who (?:was|were|is|are|got|gets) counted\\b',
];
const IN_WORDS = new RegExp(`\\b(?:${asked.join('|')})\\b`, 'i');
const AT_START =
  /^(?:but |and |so |ok |okay |hm+,? |wait,? )*(?:why|how come|how do you know|how did you (?:get|count|come)|where (?:does|did|do) (?:that|this|it|those|the numbers?)\b.*|explain(?: (?:that|this|it|yourself))?|says who|what is that based on|based on what|according to (?:what|who|whom)|from where|source|sources|show (?:me )?(?:the )?(?:sources?|receipts?)|(?:is|are) (?:that|this|it|those|you) (?:really |actually |quite |definitely )?(?:right|correct|accurate|reliable|sure|certain|verified|solid)(?: (?:about|of) (?:that|this|it))?)\b[^a-z]*/i;

/** Whether a message asks how what was answered is known. */
export const asksHowKnown = (text: string): boolean => AT_START.test(text.trim()) || IN_WORDS.test(text);

const OF_SOURCE =
  /^(?:(?:and|but|so|ok|okay|well|hm+|wait|right|sorry)[,.!]*\s+)*(?:how (?:do|can|could|would) you (?:actually |really )?(?:know|be (?:sure|certain|so sure))|how (?:sure|certain|confident) are you)\b(?!.*\b(?:who|which|how many|how much|when|where)\b)/i;
/** Asks how something is known in so many words: never a new question about what it names. */
export const asksOfSource = (text: string): boolean => OF_SOURCE.test(text.trim());

const PLACES: Readonly<Record<string, number>> = {
  first: 0,
  original: 0,
  initial: 0,
  opening: 0,
  second: 1,
  third: 2,
  fourth: 3,
  previous: -2,
  earlier: -2,
};
const WHICH_ONE =
  /\b(?:that|the|your)(?: very)? (first|original|initial|opening|second|third|fourth|previous|earlier) (?:figure|number|count|total|answer|one|amount|result|percentage|average)\b/i;
const ASKS_OF_ONE =
  /^(?:and |so |but |ok )*(?:what about |about |for )?(?:that|the) (?:very )?(?:first|earlier|original) (?:figure|number|count|total|answer|one)\b.*\b(?:what|how|why|where|went into|come from|came from|based|explain|source)\b|\b(?:what|how|why|where|explain)\b.*\b(?:that|the) (?:very )?(?:first|earlier|original) (?:figure|number|count|total|answer)\b/i;

/** The sources of the answer that is asked about; undefined where none was, or nothing was counted. */
export function howKnown(text: string, before: readonly BaseMessage[]): string | undefined {
  const [, place = ''] = WHICH_ONE.exec(text) ?? [];
  if (!asksHowKnown(text) && !ASKS_OF_ONE.test(text)) return undefined;
  const counted = before.filter(
    (message): message is ToolMessage =>
      message instanceof ToolMessage && message.status !== 'error' && sourcesOf(message).length > 0,
  );
  const at = PLACES[place.toLowerCase()];
  const named = at === undefined ? undefined : counted.at(at === -2 && counted.length < 2 ? 0 : at);
  const last = before.findLast((message) => message instanceof ToolMessage && message.status !== 'error');
  const meant = named ?? (last instanceof ToolMessage && sourcesOf(last).length > 0 ? last : undefined);
  return meant && `I counted nothing myself; each number comes from the store:\n${sourcesOf(meant).join('\n')}`;
}

const sourcesOf = ({ additional_kwargs: { sources } }: ToolMessage): readonly string[] =>
  Array.isArray(sources) ? sources : [];
