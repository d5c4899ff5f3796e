/* A model's words on their way to the person: a sentence at a time, numbers checked, names put in. */
import { reveal } from '../../privacy/reveal.js';
import { receiptsOf } from '../../receipts/open.js';
import type { Database } from '../../store/database.js';
import { checkNumbers, saidIn } from '../numbers.js';
import type { OnProgress } from '../progress.js';
import { contextOf, type NodeConfig, type ThreadState } from '../state.js';
import { type Teller, teller } from '../telling.js';

export function sentences(state: ThreadState, config: NodeConfig, database: Database, onProgress: OnProgress): Teller {
  const { actor, thread } = contextOf(config);
  // Asked for once, when there is something to say: a step that only calls tools says nothing.
  let [receipts, before]: [ReturnType<typeof receiptsOf> | undefined, string] = [undefined, ''];
  return teller(
    async (sentence) => {
      receipts ??= receiptsOf(database, thread);
      const { text } = checkNumbers(sentence, await receipts, saidIn(state.messages), before);
      before += sentence;
      return await reveal(database, text, actor);
    },
    (text) => onProgress({ kind: 'text', text }),
  );
}
