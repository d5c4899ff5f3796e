/* "The worst five events this year by turnout", "which events drew the biggest crowd": events in order of who came. */
import { countsAt } from '../../language/counts.js';
import { windowsAt } from '../../language/windows.js';
import { wordsOf } from '../../language/words.js';
import { named } from './arguments.js';
import type { GoingOn } from './going-on.js';
import { NUMBERS } from './group-names.js';
import type { Mind } from './interpret.js';

const NUMBER = new RegExp(`^(?:${NUMBERS}|fifteen|twenty)$`);
const BEST =
  /\b(?:best|most|biggest|largest|highest|top|busiest|fullest|strongest|popular|greatest|packed|descending|desc)\b/;
const WORST =
  /\b(?:worst|fewest|lowest|least|smallest|thinnest|poorest|weakest|emptiest|quietest|bottom|ascending|asc)\b/;
const REGISTERED = /\b(?:registrations?|sign[- ]?ups?|bookings?|registered|signed up)\b/;
const TURNOUT =
  /\b(?:turn ?outs?|turn[- ]?up rate|show[- ]?up rate|attendance rate|show rate|share of (?:those |people )?(?:who )?registered|no[- ]shows? rate)\b/;
/** Whatever is named first is ranked: "top 10 members by events attended" are members. */
const HEADS =
  /\b(?:events?|members?|people|ppl|folks|persons?|participants?|attendees|organi[sz]ations?|companies|students?|fellows?|professionals?|chapters?|tiers?|states?)\b/;
/** All that may be said beside the window, and the order. */
const KNOWN = new Set(
  `you could may might like see'd pls a all an and are as at attendance attendances attended attendees attract attracted been best biggest bottom brought by came can come could crowd crowds did do does down drew drawn draw each event events ever first fewest for from fullest get give go going greatest had has have head headcount headcounts held hi highest hold how i if in is it its largest least let list lowest many me most my need numbers of off on one ones only or order our out over packed pack people ppl per please pls popular poorest pull pulled put ran rank ranked ranking rate registered registrations registration run saw see show showed showing shown signed sort sorted so some strongest thanks that the their them there these they thing thinnest this those to together top total turn turned turnout turnouts up us versus vs view want was we weakest well went were what which who whole with worst would year busiest smallest emptiest quietest actually really actual headcount terms desc asc descending ascending rankings us table attracting drawing biggest folks members participants share percent sign ups signups against booked only past already happened far so held took place place`.split(
    /\s+/,
  ),
);

export function eventsRanked(said: string, mind: Mind): GoingOn | undefined {
  const { customs } = mind.grammar.world;
  const tool = mind.grammar.tools.find((one) => named(one, 'EventMeasure') !== undefined);
  const text = said.replace(/\([^)]*\)/g, (inside) =>
    KNOWN.has(wordsOf(inside)[0]?.toLowerCase() ?? '') ? ' ' : inside,
  );
  const all = wordsOf(text.replace(/\b(this|last) (year|month|quarter)s\b/gi, "$1 $2's")).map((word) =>
    word.toLowerCase(),
  );
  const plain = all.join(' ');
  if (!tool || !/^events?$/.test(HEADS.exec(plain)?.[0] ?? '') || /\b(?:who|whom)\b/.test(plain)) return undefined;
  const [isWorst, isBest] = [WORST.test(plain), BEST.test(plain)];
  const isTurnout = TURNOUT.test(plain);
  if (isWorst === isBest && !(isTurnout && !isWorst)) return undefined;
  if (
    !/\b(?:turn\w*|crowds?|attend\w*|people|ppl|popular|came|come|headcount|registr\w*|sign\w*|packed|fullest|emptiest|busiest|quietest|folks|members|participants|best|worst)\b/.test(
      plain,
    )
  )
    return undefined;
  const windows = all
    .flatMap((_, from) => windowsAt(all, from, customs).map((reading) => ({ ...reading, from })))
    .filter(({ value }) => typeof value === 'object')
    .sort((a, b) => b.end - b.from - (a.end - a.from));
  const [first] = windows;
  const other = windows.find(({ from, end }) => first && (from >= first.end || end <= first.from));
  if (other) return undefined;
  const rest = all.filter((_, at) => !first || at < first.from || at >= first.end);
  let limit: number | undefined;
  const left: string[] = [];
  for (const [at, word] of rest.entries()) {
    const [count] = NUMBER.test(word) ? countsAt([word], 0) : [];
    if (count && 'value' in count.value && limit === undefined && at >= 0) limit = count.value.value;
    else if (!KNOWN.has(word) && !/^['.,:–—-]+$|^'s$/.test(word)) left.push(word);
  }
  if (left.length > 0) return undefined;
  const isOne =
    limit === undefined &&
    /\bwhich event\b|\bwhat event\b|\b(?:best|worst|least|most|biggest|busiest)[a-z ]* event\b(?!s)/.test(plain);
  const names = ['Win', 'Order', 'EventMeasure', 'Limit'].map((slot) => named(tool, slot));
  const [window, order, by, most] = names;
  if (!window || !order || !by || !most) return undefined;
  const measure =
    isTurnout && !/\b(?:people|crowds?|headcounts?|came)\b/.test(plain)
      ? 'turnout'
      : REGISTERED.test(plain) && !/\bturn\w*|attend\w*|came|show\w*\b/.test(plain)
        ? 'registered'
        : undefined;
  const days = first ? first.value : { from: '2000-01-01', to: 'today' };
  const number = limit ?? (isOne ? ONE_AND_NEXT : undefined);
  return {
    call: {
      tool: tool.tool.name,
      arguments: {
        [window]: days,
        [order]: isWorst && !/\b(?:best|most|highest|biggest) first\b/.test(plain) ? 'asc' : 'desc',
        ...((measure ?? isTurnout) && { [by]: measure ?? 'turnout' }),
        ...(number && { [most]: number }),
      },
    },
    notes: first?.note ? [first.note] : [],
  };
}

/** "Which event": the first, with two to hold it against. */
const ONE_AND_NEXT = 3;
