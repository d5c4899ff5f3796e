/* Words beside a name that say it is one. */
import type { Word } from '../name-words.js';
import type { Detail } from './detail.js';

const list = (text: string): ReadonlySet<string> => new Set(text.split(',').map((phrase) => phrase.trim()));

/** After these comes a name and hardly anything else. */
const STRONG = list(`my name is, name is, name s, named, attn, attention, contact person, my boss, my manager,
  my colleague, my coworker, my co worker, my wife, my husband, my son, my daughter, my assistant, my brother, my sister,
  my supervisor, my friend, my mentor, my director, our director, our ceo, our president, our treasurer, signed,
  spoke to, spoke with, speak with, speak to, speaking with, talked to, talked with, chatted with, met with, a person named,
  someone named, a guy named, a lady named, rep named, staffer named, shoutout to, shout out to,
  kudos to, mr, mrs, ms, dr, prof, miss`);
/** After these a word that is a given name is one, also in small letters. */
const WEAK =
  list(`to, with, from, by, and, or, thanks, thank, thx, of, ask for, asked for, hi, thank you, dear, sincerely, hello, hey, told, asked, emailed, called, contacted,
  met, contact, is, was, this is, regards, best, cheers, for, about, than, said, cc, until, because, when, that, but, reach,
  email, call, tell, ask, saw, knows, love, please have, have, had, like`);
/** What people are said to do. */
const SAID =
  list(`said, says, told, tells, helped, called, calls, answered, emailed, promised, explained, wrote, replied, never,
  didn t, didnt, doesn t, doesnt, hasn t, hasnt, wasn t, wasnt, knew, thought, from, was, is, has, had, who, in, at, on,
  and, kept, sent, did, would, could, took, tried, seemed, fixed, resolved, handled, and i, went, gave, came, made, got`);
// "Hope is fading", "Grace was extended": a word that is a name too needs a verb that only people do.
const ONLY_PEOPLE =
  list(`said, says, told, helped, called, answered, emailed, promised, explained, wrote, replied, never, didn t,
  didnt, could, couldn t, couldnt, can, cannot, can t, takes, took, solved, needs, works, moved, wants, wanted, asked, asks, complained, requested, apologized, apologised, knew, thought, kept, sent, tried, fixed, handled, who, gave, from, and i`);

const phraseBefore = (words: readonly Word[], at: number, length: number): string => {
  const run = words.slice(Math.max(0, at - length), at);
  // A cue of the sentence before says nothing of this word, but for "Dear" and "Thanks," with their comma.
  const isBroken = words.slice(Math.max(1, at - length + 1), at + 1).some((word) => word.beginsSentence);
  return isBroken ? '' : run.map(({ normal }) => normal).join(' ');
};

/** After these, people are meant: a capital on an unknown word is enough. */
const TO_PEOPLE =
  list(`told, tell, ask, asked, emailed, met, thank, thanks, thank you, thx, hi, dear, hello, hey, thanked, as, if, under,
  can, could, did, said, colleague, friend, boss, manager, husband, wife, son, daughter, assistant, mentor, speaker, moderator`);

/** True when a word with a capital that is no English word stands where people are spoken to or of. */
export function isAddressed(words: readonly Word[], at: number): boolean {
  return [1, 2].some((length) => TO_PEOPLE.has(phraseBefore(words, at, length))) || isSaidOf(words, at, true);
}

export function introduces(words: readonly Word[], at: number): 'strongly' | 'weakly' | undefined {
  const phrases = [1, 2, 3].map((length) => phraseBefore(words, at, length));
  if (phrases.some((phrase) => STRONG.has(phrase))) return 'strongly';
  return phrases.some((phrase) => WEAK.has(phrase)) ? 'weakly' : undefined;
}

/** True when what follows is said of people; of a word that is a place too, when it is said of nothing else. */
export function isSaidOf(words: readonly Word[], at: number, isPlace = false): boolean {
  const [word, next, afterNext] = [words[at], words[at + 1], words[at + 2]];
  if (!word || !next || next.beginsSentence) return false;
  const phrases = [next.normal, `${next.normal} ${afterNext?.normal ?? ''}`];
  const said = word.isCapital && (word.beginsSentence || isPlace) ? ONLY_PEOPLE : SAID;
  return phrases.some((phrase) => said.has(phrase));
}

const SIGN_OFF =
  /(?:^|[\n.!?,;]\s{0,3})(?:(?:many |with )?thanks(?: again| so much)?|thank you|(?:kind |best |warm |with )?regards|sincerely(?: yours)?|yours(?: truly)?|best(?: wishes)?|cheers|respectfully|cordially|warmly|take care|all the best)[,.!\s–—-]{1,6}(?<names>\p{L}[\p{L}'’.-]{0,24}(?: \p{L}[\p{L}'’.-]{0,24}){0,2})[\s.!,]{0,4}(?:$|\n)/dgiu;
const DASHED =
  /(?:^|\s)[–—~-]{1,2}\s?(?<names>\p{Lu}[\p{L}'’.-]{1,24}(?: \p{Lu}[\p{L}'’.-]{0,24}){0,2})[\s.!]{0,4}$/dgu;
const NO_NAMES =
  /\b(?:advance|much|again|everyone|all|team|help|helping|you|for|the|your|in|a|member|sent|from|always|lot|so|anyway|though|regards|now)\b/i;

/** The name under a letter: "Thanks, Priya R." */
export function* signsOff(text: string, mayBeName: (word: Word) => boolean): Generator<Detail> {
  for (const pattern of [SIGN_OFF, DASHED])
    for (const match of text.matchAll(pattern)) {
      const at = match.indices?.groups?.['names'];
      const signed = match.groups?.['names'] ?? '';
      if (!at || NO_NAMES.test(signed)) continue;
      const [first = ''] = signed.split(' ');
      const word: Word = {
        normal: first.toLowerCase().replace(/[.'’-]/g, ''),
        start: at[0],
        end: at[0] + first.length,
        isCapital: true,
        beginsSentence: false,
        isSlight: false,
        isInitial: false,
        continues: false,
        isBeside: false,
      };
      if (mayBeName(word)) yield { start: at[0], end: at[0] + signed.replace(/[.,!]+$/, '').length, kind: 'name' };
    }
}
