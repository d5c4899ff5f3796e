/*
 * Tables as they are asked for: "tier down the side, status across the top", "a cross-tab of tier and chapter", raw
 * counts. Data: each layout once, with the grouping it is.
 */
import { one, SIDE_OF_TABLE } from './group-names.js';
import type { Rewriting } from './rewriting.js';

const ONE_SIDE = new RegExp(`^(?:the )?(${SIDE_OF_TABLE})$`, 'i');

export const tables: readonly Rewriting[] = [
  [
    new RegExp(
      String.raw`\b(?:(?:one|a|the) )?(?:table|grid|matrix|sheet|chart|view)?\s*[:,–—-]?\s*(?:with )?(?:(?:each|every|the|all) )?(${SIDE_OF_TABLE})(?: (?:running |going |listed )?(?:down(?: the (?:left(?: side| hand side)?|side))?|(?:as|in)(?: the)? rows|on the (?:left|rows|side)|along the side)),?(?: and| with)?(?: the)? ([\p{L} ,/]+?)(?: (?:running |going |listed )?(?:across(?: the top)?|(?:as|in)(?: the)? columns|along the top|on top|on the columns|over the top))`,
      'giu',
    ),
    ([, down = '', across = '']) => {
      const [, key] = ONE_SIDE.exec(across.trim()) ?? [];
      return key ? `members by ${one(down)} and ${one(key)}` : `${across.trim()} members by ${one(down)} and status`;
    },
  ],
  [
    /\b(?:a |the |one )?(?:contingency table|cross[- ]?tab(?:ulation)?s?|pivot(?: table)?|two[- ]way table|matrix|grid|frequency table)\s*(?:of|for|:|,|-)?\s*(?:(?:the )?members (?:by )?)?(auto[- ]?renew(?:al)?|(?:membership |member )?\p{L}+) ?(?:\bby|\bx|×|\bagainst|\bvs\.?|\bversus|\band|\bwith) (auto[- ]?renew(?:al)?|(?:membership |member )?\p{L}+)(?: (?:flag|status|setting))?\b/giu,
    ([, first = '', second = '']) => `members by ${first} and ${second}`,
  ],
  [
    /\b(tier|chapter|state|status|kind)s? (?:by|x|×|against|vs\.?|versus) (tier|chapter|state|status|kind)s?(?: (?:table|grid|matrix|cross[- ]?tab|breakdown|view|counts?))?\b/gi,
    ([, first = '', second = '']) => `members by ${first} and ${second}`,
  ],
  [
    /\bmembers (by [\p{L} -]+?),? (?:over|across|on|for|of|in) the (?:entire|whole|full|complete) (?:file|database|db|system|records?|book|register)\b/giu,
    ([, by = '']) => `everybody ${by}`,
  ],
  // What every count is.
  [
    /,?\s*\b(?:raw|plain|absolute) (?:counts|numbers|figures)(?: only)?(?:,? (?:no|not|without) (?:percentages?|percents?|shares|%))?(?=\s*[,.;]|$)/gi,
    () => '',
  ],
  [/,?\s*\b(?:no|without) (?:percentages?|percents?|shares)(?=\s*[,.;]|$)/gi, () => ''],
];
