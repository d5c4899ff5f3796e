/* Words typed in haste, as they are meant: abbreviations that mean one thing, and words without their vowels. Data first. */

const table: Readonly<Record<string, string>> = {
  hw: 'how',
  mny: 'many',
  w: 'with',
  wo: 'without',
  ppl: 'people',
  peeps: 'people',
  thru: 'through',
  til: 'until',
  till: 'until',
  shes: 'she is',
  hes: 'he is',
  theyre: 'they are',
  whos: 'who is',
  whats: 'what is',
  wheres: 'where is',
  theres: 'there is',
  thats: 'that is',
  ive: 'i have',
  weve: 'we have',
  theyve: 'they have',
  im: 'i am',
  mo: 'month',
  mos: 'months',
  mth: 'month',
  mths: 'months',
  yr: 'year',
  yrs: 'years',
  wk: 'week',
  wks: 'weeks',
  qtr: 'quarter',
  qtrs: 'quarters',
  dys: 'days',
  chptr: 'chapter',
  chptrs: 'chapters',
  chap: 'chapter',
  cmte: 'committee',
  cmtee: 'committee',
  ctte: 'committee',
  mtg: 'meeting',
  mtgs: 'meetings',
  evt: 'event',
  evts: 'events',
  reg: 'registration',
  regs: 'registrations',
  acct: 'account',
  accts: 'accounts',
  amt: 'amount',
  amts: 'amounts',
  bal: 'balance',
  inv: 'invoice',
  invs: 'invoices',
  pmt: 'payment',
  pmts: 'payments',
  pymt: 'payment',
  pymts: 'payments',
  pd: 'paid',
  mbr: 'member',
  mbrs: 'members',
  memb: 'member',
  membs: 'members',
  mem: 'member',
  mems: 'members',
  prof: 'professional',
  profs: 'professionals',
  stdnt: 'student',
  stdnts: 'students',
  orgs: 'organizations',
  co: 'company',
  cos: 'companies',
  bn: 'been',
  hv: 'have',
  hav: 'have',
  hs: 'has',
  dont: 'do not',
  didnt: 'did not',
  hasnt: 'has not',
  havent: 'have not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  doesnt: 'does not',
  cant: 'can not',
  frm: 'from',
  abt: 'about',
  bt: 'but',
  nd: 'and',
  n: 'and',
  r: 'are',
  ur: 'your',
  u: 'you',
  wht: 'what',
  whch: 'which',
  wch: 'which',
  shw: 'show',
  lst: 'list',
  gimme: 'give me',
  lemme: 'let me',
  btwn: 'between',
  bw: 'between',
  b4: 'before',
  incl: 'including',
  info: 'details',
  msg: 'message',
  tho: 'though',
  avg: 'average',
  ttl: 'total',
  tot: 'total',
  curr: 'current',
  curnt: 'current',
  prev: 'previous',
  lapsd: 'lapsed',
  actv: 'active',
  renwd: 'renewed',
  joind: 'joined',
  attnd: 'attended',
  attnded: 'attended',
  expird: 'expired',
  sched: 'schedule',
};

/** What an abbreviation stands for, where it stands for one thing. */
export const writtenOut = (word: string): string | undefined => (Object.hasOwn(table, word) ? table[word] : undefined);

const SHORTEST = 4;

/** The one word whose consonants these are: "chptr", "mmbrs"; doubled letters count once. */
export function withVowels(
  word: string,
  vocabulary: Iterable<string>,
  isBarred: (word: string) => boolean,
): string | undefined {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return undefined;
  const bones = skeleton(word);
  const isBare = !/[aeiou]/.test(word);
  if (!isBare && !/(.)\1/.test(word)) return undefined;
  const found = new Set<string>();
  for (const known of vocabulary) {
    if (known[0] !== word[0] || known.length < SHORTEST || !/^[a-z]+$/.test(known)) continue;
    const isSame = isBare ? skeleton(known) === bones : single(known) === single(word);
    if (isSame) found.add(known);
  }
  if ([...found].some(isBarred) || new Set([...found].map((known) => known.replace(/s$/, ''))).size !== 1)
    return undefined;
  return [...found][0];
}

const single = (word: string): string => word.replace(/(.)\1+/g, '$1');
const skeleton = (word: string): string => single(word[0] + word.slice(1).replace(/[aeiou]/g, ''));
