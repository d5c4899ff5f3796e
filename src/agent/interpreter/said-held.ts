/*
 * What somebody holds, owes or has earned: a certificate, a term that ends, a balance, automatic renewal, credits. Data:
 * each pattern has one meaning.
 */
import type { SetPhrase } from './rewriting.js';

/** Credentials, terms, gifts of a size, invoices and their days. */
export const heldOrDue: readonly SetPhrase[] = [
  {
    said: /\b(hold|holds|holding|have|has|having|with) (?:an? |any |the )?(?:current|valid|live|active|up[- ]to[- ]date|in[- ]date|unexpired) (cert\w*|credentials?)\b/gi,
    written: '$1 a $2',
  },
  {
    said: /\b(?:a|the|their) (?:membership |current )?terms? (?:that|which)(?:['’]s| is|['’]re| are) (?:up|over|ending|due to end)\b/gi,
    written: 'a term ending',
  },
  {
    said: /\b(?:a|the|their) (?:membership |current )?terms? (?:that|which) (?:ends?|runs? out|expires?|finishes|comes? up)\b/gi,
    written: 'a term ending',
  },
  { said: /\bfix(?:in['’]?|ing) to\b/gi, written: 'going to' },
  {
    said: /\btenure(?: of)? (under|below|less than|over|above|more than|at least) (?:a|one) year\b/gi,
    written: 'tenure of $1 1 year',
  },
  { said: /\bdonors (?:of|giving|who gave) (?=\$|at least|more than|over|upwards)/gi, written: 'people who donated ' },
  {
    said: /(\$\s?\d[\d,]*(?:\.\d\d)?|\b\d[\d,]* (?:dollars|bucks))\s*(?:\+|plus\b|and up\b)/gi,
    written: 'at least $1',
  },
  {
    said: /\b(?:still )?(?:owe|owes|owing) us (?:on|for) (?:anything|something) (?=(?:more|over|at least|\d))/gi,
    written: 'have invoices ',
  },
  {
    said: /\b(?:something|anything) (more than|over|at least|upwards of) (\d+) days (overdue|past due|late)\b/gi,
    written: 'an invoice $1 $2 days $3',
  },
  {
    said: /\b(?:something|anything|an? (?:amount|balance|sum)|amounts?|money) (overdue|past due|late|in arrears)(?: by| for)? ((?:more than|over|at least|upwards of|longer than) )?(\d+)( or more|\+)? days\b/gi,
    written: 'an invoice $2$3$4 days overdue',
  },
  {
    said: /\b(?:and|but|yet|while) (?:is |are )?(?:still )?(?:shows?|showing|carrying|carries|carry|sporting) (an? )?(open|unpaid|outstanding|overdue) (balance|invoice|amount)s?\b/gi,
    written: 'and have an $2 $3',
  },
  { said: /\b(overdue|open|unpaid|payment plan)( (?:invoices?|balances?))? anyway\b/gi, written: '$1$2' },
];

/** "Set up automatic renewal", "not put auto-renew on". */
export const renewsItself: readonly SetPhrase[] = [
  {
    said: /\b(?:set(?:ting)? up|set|put|arranged?|activated?|switched on|got|put in place|elected|chosen|chose) (?:for )?(?:their |an |any |the )?(auto(?:matic)?[- ]?(?:renewals?|renew|pay(?:ments?)?))\b(?: (?:in place|on|up))?/gi,
    written: 'turned on $1',
  },
];

/** "Balance still open": what is said of the noun stands behind it. */
export const stillOpen: readonly SetPhrase[] = [
  {
    said: /(?<=[,;]\s*|\b(?:and|but|with|yet|whose) )(?:a |an |the |their |some |any )?(?:balances?|invoices?|bills?|amounts?|dues)(?: is| are)?(?: (?:still|as yet|even now|also|yet))* (open|unpaid|outstanding|unsettled|overdue|past due)(?=\s*(?:[.?!,;]|$| and\b| but\b))/gi,
    written: (said: string, state = '') =>
      /^whose/.test(said) ? said : `with an ${/due/i.test(state) ? 'overdue' : 'open'} balance`,
  },
];

/** "Picked up credits". */
export const creditsEarned: readonly SetPhrase[] = [
  {
    said: /\b(picked|pick|picking|clocked|racked|chalked|notched|totted|built) up (?=[^,.?!]{0,25}\b(?:credits?|ceus?|cpd points?|ce|course credits?)\b)/gi,
    written: 'earned ',
  },
];
