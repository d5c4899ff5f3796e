import type { Transaction } from '../store/database.js';
import { namedBy } from './directory.js';
import { wordsOf } from './name-words.js';
import { spellings } from './phrases.js';
import { contactsIn } from './typed-contacts.js';

/** Party ids of the records that a whole text names: a name in any spelling, an e-mail address or a phone number. */
export async function recordsNamed(database: Transaction, text: string): Promise<readonly string[]> {
  const words = wordsOf(text).filter((word, place, all) => !word.isSlight || all.length === 1 || place > 0);
  const [contacts] = await contactsIn(database, [text]);
  const named = await namedBy(database, words.length > 0 ? spellings(words) : []);
  const found = [...(contacts ?? []).flatMap((contact) => contact.named), ...[...named.values()].flat()];
  return [...new Set(found.map(({ memberId }) => memberId))];
}
