/*
 * The notation of the lexicon: '~attend' stands for every form of a verb, '*member' for singular and plural;
 * other words stand for themselves.
 */
const irregularVerbs: Readonly<Record<string, readonly string[]>> = {
  be: ['am', 'is', 'are', 'was', 'were', 'been', 'being'],
  become: ['became', 'becoming', 'becomes'],
  begin: ['began', 'begun', 'beginning'],
  buy: ['bought'],
  choose: ['chose', 'chosen', 'choosing'],
  come: ['came', 'coming'],
  do: ['did', 'done', 'does', 'doing'],
  drop: ['dropped', 'dropping'],
  enrol: ['enrolled', 'enrolling'],
  enroll: ['enrolled', 'enrolling'],
  fall: ['fell', 'fallen'],
  get: ['got', 'gotten', 'getting'],
  give: ['gave', 'given', 'giving'],
  go: ['went', 'gone', 'going', 'goes'],
  have: ['has', 'had', 'having'],
  hear: ['heard'],
  hold: ['held'],
  join: ['joined', 'joining'],
  keep: ['kept'],
  leave: ['left', 'leaving'],
  let: ['letting'],
  log: ['logged', 'logging'],
  lose: ['lost', 'losing'],
  make: ['made', 'making'],
  meet: ['met', 'meeting'],
  open: ['opened', 'opening'],
  pay: ['paid', 'paying'],
  quit: ['quit', 'quitting'],
  read: ['read'],
  register: ['registered', 'registering'],
  rise: ['rose', 'risen', 'rising'],
  run: ['ran', 'running'],
  say: ['said'],
  see: ['saw', 'seen'],
  send: ['sent'],
  set: ['setting'],
  show: ['showed', 'shown'],
  skip: ['skipped', 'skipping'],
  speak: ['spoke', 'spoken'],
  spend: ['spent'],
  stop: ['stopped', 'stopping'],
  take: ['took', 'taken', 'taking'],
  visit: ['visited', 'visiting'],
  write: ['wrote', 'written', 'writing'],
};
const irregularNouns: Readonly<Record<string, readonly string[]>> = {
  person: ['people', 'persons'],
  woman: ['women'],
  man: ['men'],
  alumnus: ['alumni'],
  staff: ['staff'],
};

export function verbForms(verb: string): string[] {
  const third = /(s|x|z|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const irregular = irregularVerbs[verb];
  const base = [verb, third, ...(irregular ?? [])];
  if (irregular?.some((form) => form.endsWith('ed') || form.endsWith('ing')) && irregular.length > 1)
    return unique(base);
  const doubled = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) ? `${verb}${verb.at(-1)}` : undefined;
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : (doubled ?? verb);
  const past = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return unique([...base, ...(irregular ? [] : [past]), `${stem}ing`]);
}

export function nounForms(noun: string): string[] {
  const irregular = irregularNouns[noun];
  if (irregular) return unique([noun, ...irregular]);
  return [noun, pluralOf(noun)];
}

export function pluralOf(noun: string): string {
  const irregular = irregularNouns[noun]?.[0];
  if (irregular) return irregular;
  if (/(s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** Every surface form of a pattern: 'pay by *instalment' gives two. */
export function formsOf(pattern: string): string[] {
  const choices = pattern.split(' ').map((word) => {
    if (word.startsWith('~')) return verbForms(word.slice(1));
    return word.startsWith('*') ? nounForms(word.slice(1)) : [word];
  });
  return choices.reduce<string[]>(
    (phrases, forms) => phrases.flatMap((phrase) => forms.map((form) => (phrase ? `${phrase} ${form}` : form))),
    [''],
  );
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
