/* What goes on from a request that was only asked about: each reading that was offered, with what is said on top of it. */
import type { Choice } from '../turn.js';
import { type Focus, focusAfter, type Pending } from './focus.js';
import { stepOn } from './goes-on.js';
import type { Mind } from './interpret.js';
import { readAs } from './read-as.js';
import { callOf } from './readings.js';
import { sentenceOf } from './sentences.js';

/** The best stand first; each costs a reading of its own. */
const MOST_TRIED = 3;
const LEAVING_OUT = /^Answer without .*?: |, leaving out .*$/;

/** The readings offered before, gone on from; each a sentence that is read by itself. */
export function goneOnFromOffered(text: string, { question }: Pending, focus: Focus | undefined, mind: Mind): Choice[] {
  const { world } = mind.grammar;
  const found: Choice[] = [];
  for (const offered of question.choices.slice(0, MOST_TRIED)) {
    const read = readAs(offered.completes, focus, mind);
    const meant = offered.call ?? (read && callOf(read));
    if (meant?.arguments['definition'] === undefined) continue;
    const now = focusAfter(focus ?? {}, meant);
    const call = stepOn(text, now, mind)?.call;
    const tool = mind.grammar.tools.find((one) => one.tool.name === call?.tool);
    if (!call || !tool) continue;
    const completes = sentenceOf({ tool, arguments: call.arguments }, world);
    const again = readAs(completes, focus, mind);
    if (again?.tool !== tool || sentenceOf(again, world) !== completes) continue;
    const [left = ''] = LEAVING_OUT.exec(offered.text) ?? [];
    const isBefore = left.startsWith('Answer');
    found.push({ text: isBefore ? `${left}${completes}` : `${completes}${left}`, completes });
  }
  return found;
}
