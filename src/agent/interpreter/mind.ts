/* Everything one sentence is read with: grammar, lexicon and the world they speak of. */

import type { Tool } from '../../../tools/define.js';
import type { Day } from '../../domain/day.js';
import { frames } from '../../population/lexicon.js';
import { heads, phrases } from '../../population/phrases.js';
import { vague } from '../../population/vague-words.js';
import type { Vocabulary } from '../../population/vocabulary.js';
import type { AssociationSettings } from '../../settings.js';
import { Identities } from './identity.js';
import type { Mind } from './interpret.js';
import { Lexicon } from './lexicon.js';
import { toolFrame } from './tool-frames.js';

export function mindOf(
  shown: readonly Tool[],
  vocabulary: Vocabulary,
  today: Day,
  association: AssociationSettings,
): Mind {
  const customs = { ...association, today };
  const tools = shown.map(toolFrame);
  const attendance = frames.find(({ id }) => id === 'attendance');
  return {
    grammar: {
      world: { customs, graceDays: association.graceDays, vocabulary },
      tools,
      identities: new Identities(customs),
      ...(attendance && { attendance }),
    },
    lexicon: new Lexicon({ frames, phrases, heads, vague, vocabulary, tools }),
  };
}
