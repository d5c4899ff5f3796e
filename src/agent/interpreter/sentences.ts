/* A reading as a sentence the interpreter itself reads: for choices, and for "is this what you mean?". */
import type { Definition } from '../../population/definition.js';
import { say } from '../../population/words.js';
import type { World } from './frames.js';
import type { Reading } from './readings.js';

type Call = Pick<Reading, 'tool' | 'arguments'>;

/** "count active members in Texas", "add a note to M-7F3KQ2: called". */
export function sentenceOf(reading: Call, world: World): string {
  const { tool } = reading.tool;
  const verb = (tool.triggers[0] ?? tool.name).replace(/[~*]/g, '');
  const words: string[] = [verb];
  let ownWords = '';
  for (const [name, slot] of reading.tool.parameters) {
    const value = reading.arguments[name];
    if (value === undefined) continue;
    if (slot === 'Limit') words.push(`first ${value}`);
    else if (slot === 'Member' || slot === 'Name') words.push(String(value));
    else if (slot === 'Cond') words.push(say(value as Definition, perspectiveOf(world), world.vocabulary).text);
    else ownWords = `: ${value}`;
  }
  return `${words.join(' ')}${ownWords}`;
}

/** What was understood, a line each: what is asked for, and of whom. */
export function understoodOf(reading: Call, world: World): string[] {
  const lines = [reading.tool.tool.title.toLowerCase()];
  for (const [name, slot] of reading.tool.parameters) {
    const value = reading.arguments[name];
    if (value === undefined) continue;
    if (slot === 'Cond') lines.push(...say(value as Definition, perspectiveOf(world), world.vocabulary).conditions);
    else if (slot === 'Limit') lines.push(`the first ${value}`);
    else lines.push(String(value));
  }
  return lines;
}

const perspectiveOf = ({ customs, graceDays }: World) => ({ calendar: customs, graceDays, reach: {} });
