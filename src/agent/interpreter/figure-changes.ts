/*
 * Which group loses, gains, pays or shows the most: "which chapter is bleeding members", "in which month did most people
 * join". Data: each wording once, with the figure it asks for.
 */
import { inOrder, MEASURES, ranked } from './figure-order.js';
import { GROUP, one } from './group-names.js';
import type { Rewriting } from './rewriting.js';

const WHICH = `(?:(?:and |so |tell me |show me |can you tell me )*(?:which|what)(?: of (?:our|the))?|(?:whose)) ${GROUP}`;
const TAIL = String.raw`((?: (?:in|over|during|since|for|this|last|so far|between|from|within|the|to|past|year|so)\b[^,.?!;:–—]*)?)`;

/** How a figure was asked for, and by which verb. */
const doing: readonly (readonly [words: RegExp, figure: string])[] = [
  [/^(?:pays?|paid|paying|brings? in|brought in|bringing in)$/i, 'dues paid'],
  [/^(?:gives?|gave|donates?|donated|giving|donating|given)$/i, 'donations'],
  [/^(?:owes?|owed|owing)$/i, 'open balance'],
  [/^(?:spends?|spent|spending)$/i, 'revenue'],
  [/^(?:volunteers?|volunteered|volunteering)$/i, 'volunteer hours'],
  [/^(?:clicks?|clicked|clicking)$/i, 'email clicks'],
  [/^(?:opens?|opened|opening|reads?|reading)$/i, 'email opens'],
  [/^(?:posts?|posted|posting|talks?)$/i, 'posts'],
  [/^(?:logs? in|logged in|logging in)$/i, 'logins'],
  [/^(?:learns?|earns?|earned)$/i, 'course credits'],
];

const happened = (verb: string): string =>
  /^(?:join|sign|new)/i.test(verb)
    ? 'joined'
    : /^(?:laps|loss)/i.test(verb)
      ? 'lapsed'
      : /^renew/i.test(verb)
        ? 'renewed'
        : 'expire';

export const mostAndLeast: readonly Rewriting[] = [
  // Losses and gains.
  [
    new RegExp(
      `${WHICH}(?:'s| is| are| has| have| had| did| do| does)?(?: been| we)? (?:bleed(?:ing)?s?|los(?:e|es|ing|t)|shed(?:ding|s)?|bled|dropp(?:ed|ing)|hemorrhag(?:ing|ed)) (?:the |us the )?(most|fewest|least)(?: of the)?(?: members?| people| folks| ppl| memberships)?${TAIL}`,
      'gi',
    ),
    ([, group = '', most = '', tail = ''], whole) => ranked('how many members lapsed', group, tail, most, whole),
  ],
  [
    new RegExp(
      `${WHICH}(?:'s| is| are| has| have| had| did| do| does)?(?: been)? (?:gain(?:ed|ing|s)?|w[io]n|winning|brought in|bring(?:s|ing)? in|sign(?:ed|s|ing)? up|attract(?:ed|ing|s)?|recruit(?:ed|ing|s)?|add(?:ed|ing|s)?|pull(?:ed|s|ing)? in|sen[dt]s?|g[ai]ves?|suppl(?:y|ies|ied)|contribut(?:es?|ed)|produced?s?|deliver(?:s|ed)?|yield(?:s|ed)?|generat(?:es?|ed)|grew|grow(?:s|ing)? by|got|get|gets)(?: us)? (?:the )?(most|fewest|least) (?:new )?(?:members?|people|joiners?|joins|recruits|sign-?ups|faces|folks)${TAIL}`,
      'gi',
    ),
    ([, group = '', most = '', tail = ''], whole) => ranked('how many members joined', group, tail, most, whole),
  ],
  [
    /\b(?:in )?(?:which|what) (months?|quarters?|weeks?|years?)((?: (?:of |in )?(?:this|last|20\d\d|the last|the past)(?: (?:fiscal |calendar )?(?:year|quarter|\d+ months|twelve months))?)?) (?:did |do |has |have |had )?(?:we )?(?:saw|see|seen|had|have|brought|bring|got|get|did|were|was|showed|show)? ?(?:the )?(most|fewest|least)((?: (?:of our|of the))?(?: new)?(?: people| members| folks| ppl| persons| ones)?) ?(join(?:s|ing|ed|ers)?|sign(?:ing)? ?ups?|sign(?:ing)? up|lapse(?:s|d)?|lapsing|losses|renew(?:als|ing|ed|s)?|new members|expir(?:e|es|ies|ing)|expirations)((?: (?:this|last|in|over|since|so)\b[^,.?!;]*)?)/gi,
    ([, period = '', window = '', most = '', , verb = '', tail = ''], whole) =>
      `how many members ${happened(verb)} ${`${window} ${tail}`.trim()} by ${one(period)}${inOrder(most, whole)}`,
  ],
  [
    new RegExp(
      `${WHICH} (?:(?:do|does|did|has|have|is|are|'s) )?(?:we )?(pays?|paid|gives?|gave|given|donates?|donated|owes?|spends?|spent|volunteers?|volunteered|clicks?|clicked|opens?|opened|reads?|posts?|posted|logs? in|logged in|earns?|earned)(?: us)? (?:the )?(most|least|fewest)(?: (?:money|in dues|dues|in donations|hours|credits|posts|often))?((?: on average| per (?:head|member|person|capita))?)${TAIL}`,
      'gi',
    ),
    ([, group = '', verb = '', most = '', how = '', tail = ''], whole) => {
      const figure = doing.find(([words]) => words.test(verb))?.[1] ?? verb;
      const statistic = /per /i.test(how) ? 'per member ' : /average/i.test(how) ? 'average ' : 'total ';
      return ranked(`${statistic}${figure}`, group, tail, most, whole);
    },
  ],
  [
    new RegExp(
      String.raw`${WHICH} (?:has|have|had|shows?|carr(?:y|ies)|holds?|is sitting on|are sitting on|boasts?|with|comes? out with) (?:the )?(?:most |highest |biggest |largest |best |longest |greatest |strongest )(${MEASURES})${TAIL}(?=\s*(?:[,.?!;–—]|$))`,
      'gi',
    ),
    ([, group = '', figure = '', tail = ''], whole) => ranked(figure, group, tail, 'most', whole),
  ],
  [
    new RegExp(
      String.raw`${WHICH} (?:has|have|had|shows?|with|comes? out with) (?:the )?(?:fewest |lowest |smallest |worst |shortest |weakest |least )(${MEASURES})${TAIL}(?=\s*(?:[,.?!;–—]|$))`,
      'gi',
    ),
    ([, group = '', figure = '', tail = ''], whole) => ranked(figure, group, tail, 'least', whole),
  ],
];
