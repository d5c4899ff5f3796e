/* Links that lead to a person, and names people go by on other sites. */
import { normal } from '../name-words.js';
import type { Directory, OwnRecord } from './context.js';
import type { Detail } from './detail.js';
import { found } from './found.js';

const LINK =
  /(?<![\p{L}\p{N}@./-])(?:(?:https?:\/\/|www\.)[^\s<>"“”]{3,2000}|(?:[a-z]{2,12}\.){1,2}(?:com|me|net|org|tv)\/[^\s<>"“”]{2,300})/giu;
const TRAILING = /[.,;:!?)\]}'’]+$/;
const PROFILE_SITES =
  /(?:^|[/.])(?:linkedin|facebook|fb|twitter|x|instagram|github|tiktok|threads|venmo|t|wa|paypal|calendly|medium|youtube)\.(?:com|me|net|tv)\/./i;
// The association's own pages on those sites, and pages that are nobody's.
const PAGES =
  /(?:linkedin\.com\/(?:company|groups|jobs|learning|feed|school)|facebook\.com\/(?:groups|events|pages)|youtube\.com\/(?:watch|playlist)|(?:x|twitter)\.com\/(?:hashtag|search|i)\b)/i;
const PEOPLE =
  /\/(?:in|profiles?|people|users?|u|members?|person|contact)\/[^/?#]{3,}|\/(?:~|@)[^/]{2,}|[?&](?:name|user|email|member)=[^&]{3,}/i;

export function* links(text: string, directory?: Directory, own: OwnRecord = {}): Generator<Detail> {
  for (const { 0: all, index } of text.matchAll(LINK)) {
    const link = all.replace(TRAILING, '');
    const isProfile = PROFILE_SITES.test(link) && !PAGES.test(link);
    if (isProfile || PEOPLE.test(link) || namesSomebody(link, directory, own))
      yield { start: index, end: index + link.length, kind: 'web address' };
  }
}

function namesSomebody(link: string, directory: Directory | undefined, own: OwnRecord): boolean {
  const words = normal(link.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[-_.~/?=&%0-9]+/g, ' ')).split(' ');
  const owned = [own.lastName, own.userName].map((name) => normal(name ?? '')).filter((name) => name.length > 3);
  return words.some((word, place) => {
    const pair = `${word} ${words[place + 1] ?? ''}`;
    return directory?.phrases.get(pair) === 'name' || owned.some((name) => word.includes(name));
  });
}

const HANDLE = /(?<![\p{L}\p{N}_@./])@[A-Za-z_](?:[A-Za-z0-9_]|\.(?=[A-Za-z0-9_])){1,29}/gu;
const NO_HANDLE =
  /^@(?:home|work|noon|the|all|everyone|here|channel|midnight|least|night|lunch|booth|my|your|our|this|that)$/i;
const NAMED_HANDLE =
  /\b(?:twitter|instagram|insta|ig|skype|discord|telegram|venmo|snapchat|tiktok|handle)\b(?: [a-z]{1,12}){0,3}(?: is| ?:) ?(?<part>[A-Za-z][\w.$-]{1,29}[A-Za-z0-9_])/dgi;

export function* handles(text: string, vocabulary?: ReadonlySet<string>): Generator<Detail> {
  yield* found(
    text,
    HANDLE,
    'social handle',
    ([handle]) => !NO_HANDLE.test(handle) && !vocabulary?.has(normal(handle)),
  );
  yield* found(text, NAMED_HANDLE, 'social handle', ({ groups }) => /[\d_.]|[a-z][A-Z]/.test(groups?.['part'] ?? ''));
}
