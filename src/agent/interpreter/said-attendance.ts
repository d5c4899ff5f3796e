/*
 * Who came to events, and whose people did; what was done once and then again. Data: each pattern has one meaning.
 */
import type { SetPhrase } from './rewriting.js';

/** "Where not one of their people has turned up", and the same stretch said again. */
export const whosePeopleCame: readonly SetPhrase[] = [
  {
    said: /\b(?:do we have |have we got |are there )?(?:on the books )?(?:where|of which|whereby|in which|such that) (?:not one|not a single one|none|no one|nobody|not any) of (?:their|its|the) (?:people|staff|employees|contacts|team|lot|own people) (?:has|have|had)?(?: ever)?/gi,
    written: 'none of whose people have ',
  },
  {
    said: /\b(turned up|showed up|came|gone|went|been|come|shown up) (to|at|for) (?:anything|a single thing|any single thing|one thing|any one thing)\b/gi,
    written: '$1 $2 any event',
  },
  {
    said: /\b(anything|nothing|a thing|something) in (?:any|one|them|it|either|any one)(?: of (?:them|those|these))?\b(?= (?:in|over|during|within|since|for)\b|\s*[?.!,]|$)/gi,
    written: '$1',
  },
  {
    said: /\b(?:in|over|during|within|across) (?:those|these|that|the same|the very same|that same|those same) (?:last |past )?(?:\d+ |\w+ )?(?:days|weeks|months|year|quarter|month|week|period|window|stretch|span|time ?frame)\b/gi,
    written: 'in that time',
  },
];

/** A no-show told twice. */
export const registeredAndStayedAway: readonly SetPhrase[] = [
  {
    said: /,?\s*\(?\b(?:that is |i\.?e\.? |meaning |so |as in )?(?:ppl|people|those|folks|anyone|anybody|everyone|members|the ones|ones) (?:that |who )(?:had )?(?:registered|signed up|booked) (?:and|but|yet) (?:then )?(?:weren['’]?t there|were not there|wasn['’]?t there|(?:did not|didn['’]?t|never) (?:come|came|show|showed|turn|turned|make it|attend|attended)(?: up)?)\)?/gi,
    written: (said, ...rest) => (/no[- ]?shows?/i.test(String(rest.at(-1)).slice(0, Number(rest.at(-2)))) ? '' : said),
  },
  {
    said: /\b(never (?:showed|turned|came|made it|appeared|attended)(?: up)?[^.?!,]{0,60}?),? (?:although|though|even though|despite|in spite of) (?:they (?:had |were |are )?(?:registered|signed up|booked)|(?:having |being )?(?:registered|signed up|booked|registering|signing up|booking))\b/gi,
    written: '$1',
  },
];

/** "Registered for the summit and turned up", "gave in 2025 and again in 2026": two conditions. */
export const doneAndDoneAgain: readonly SetPhrase[] = [
  {
    said: /\b((?:registered|signed up|booked) for) ((?:the |our |this year['’]s |last year['’]s )?[^,.?!]{3,45}?) and (?:then |did |actually |also |really |indeed )*(?:turn(?:ed)? up|came|come|show(?:ed)?(?: up)?|attend(?:ed)?|made it|make it)\b(?! (?:to|at|for|the|our|in|this|last|along))/gi,
    written: '$1 $2 and attended $2',
  },
  {
    said: /\b(donated|gave|contributed|attended an event|bought something|sponsored(?: something| us)?|volunteered|renewed|gave something|made a gift|made a donation)( (?!in\b)[^,.?!]{0,20}?)? (?:in|during) ((?:calendar |fiscal )?20\d\d|last (?:calendar |fiscal )?year) and (?:then |did so |once |yet )*again (?:in |during )?((?:calendar |fiscal )?20\d\d|this (?:calendar |fiscal )?year)/gi,
    written: '$1$2 in $3 and who $1$2 in $4',
  },
];
