/*
 * In what order a list is wanted: "longest-standing first", "whoever ran out longest ago on top". Data: each pattern has
 * one meaning.
 */
import type { SetPhrase } from './rewriting.js';

/** By tenure, by expiry, by balance, from the top. */
export const orders: readonly SetPhrase[] = [
  {
    said: /(?:\s*[,.;–—-]\s*|\s+)(?:and |then |please )?(?:put |list |show |with |sort(?:ed)? |rank(?:ed)? |order(?:ed)? )?(?:them )?(?:by )?(?:the )?(?:longest[- ](?:standing|serving|tenured|with us|tenure)|most senior|oldest)(?: members?| ones?)?,? (?:first|on top|at the top|up top|to start)(?=\s*(?:[.?!,;]|please|pls|thanks|$))/gi,
    written: ' sorted by tenure highest first',
  },
  {
    said: /(?:\s*[,.;–—-]\s*|\s+)(?:and |then |please )?(?:put |list |show |with )?(?:them )?(?:(?:sorted|sort|ordered|order|ranked|rank) by )?(?:whoever|the ones? (?:who|that)|those (?:who|that)) (?:ran out|run out|expired|lapsed|ended|went)(?: the)? longest ago(?:,? (?:first|on top|at the top|up top))?(?=\s*(?:[.?!,;]|please|pls|thanks|$))/gi,
    written: ' sorted by expiry lowest first',
  },
  {
    said: /\s*,?\s*(?:list them |put |rank |sorted |sort |with )?(?:the )?(biggest|largest|highest|fattest|worst|smallest|lowest) (overdue|open|outstanding|unpaid|past due)(?: (?:balances?|amounts?|sums?|debts?|totals?))? (?:first|on top|at the top|up top)\b/gi,
    written: (_said, which = '', what = '') =>
      ` sorted by ${/overdue|past/i.test(what) ? 'overdue balance' : 'open balance'} ${/small|low/i.test(which) ? 'lowest' : 'highest'} first`,
  },
  { said: /\s*,\s*(?:from )?top to bottom(?=\s*(?:[.?!]|$))/gi, written: ', highest first' },
];

/** What is said after an order is put before it. */
export const ordersStandLast: readonly SetPhrase[] = [
  {
    said: /((?:\s+sorted by [\w ]+?)?,? (?:highest|lowest|biggest|largest|most|smallest) first)\s*[?.!]?\s*,? of any status/gi,
    written: ', of any status$1',
  },
];
