/* A yes or no about one member as the conditions it asks for, to be checked point by point. */
import type { Definition } from '../../population/definition.js';
import type { Mind } from './interpret.js';
import type { Found } from './one-calls.js';
import * as words from './one-member-words.js';
import { windowWords } from './one-windows.js';
import { readAs } from './read-as.js';

export const COUNTS = /\b(?:how many|how much|number of|count of|total)\b/i;

/** The conditions of a yes or no, as the chart reads them or as a fact that is known by name. */
export function checked(
  clause: string,
  person: string,
  before: Found | undefined,
  mind: Mind,
): readonly Definition[] | undefined {
  const said = clause
    .replace(/[?!.]+$/, '')
    .replace(/^(?:and|or|but|also|so|then|ok|plus)\s+/i, '')
    .replace(
      /^(?:please |can you |could you )*(?:confirm|check|verify|make sure|tell me)(?: for me)?\s+(?:that|whether|if)\s+/i,
      '',
    )
    .replace(/^(?:that|whether|if)\s+/i, '')
    .replace(/\b(?:counted|listed|shown|treated|showing|considered|marked|down) (?:as|like|among)\b/gi, ' ')
    .replace(
      /\b(?:actually|really|by any chance|at the moment|at the minute|just now|right now|currently|at all|merely|even|got|perhaps|still|these days|today|y\/n|yes or no)\b/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
  const bare = said.replaceAll(person, ' ').replace(/\s+/g, ' ').trim();
  // "Is it running out?": its certificate, her invoice, and not she.
  if (/^(?:is|was|does|did|has|will|would) it\b/i.test(bare)) return undefined;
  const window = windowWords(bare, mind.grammar.world.customs);
  const again = REGISTERED.test(bare) && before?.check ? registeredFor(before.check[0]) : undefined;
  if (again) return [again];
  const happened = COUNTS.test(bare) ? words.counted.find(([asked]) => asked.test(bare))?.[1] : undefined;
  const fact = words.SAYS_MORE.test(bare) ? undefined : words.facts.find(([asked]) => asked.test(bare))?.[1];
  const event = AT_SOMETHING.exec(bare)?.[1];
  const candidates = [
    ...(event ? [`did ${person} attend ${event}`] : []),
    ...(happened ? [`has ${person} ${happened} ${window}`] : []),
    ...(COUNTS.test(bare) ? [] : [said, ...turned(said, person)]),
    ...(COUNTS.test(bare) || /^why\b/i.test(said)
      ? []
      : [`is it true that ${person} ${bareOf(bare)}`, `is ${person} ${bareOf(bare)}`, `has ${person} ${bareOf(bare)}`]),
    ...(fact ? [`is ${person} ${fact}`] : []),
  ];
  for (const candidate of fact ? [...candidates].reverse() : candidates) {
    const reading = readAs(candidate, undefined, mind);
    const { definition, member } = reading?.arguments ?? {};
    if (
      reading?.tool.tool.name === 'check_member' &&
      member === person &&
      definition &&
      !isOfItself(definition, person)
    )
      return [definition as Definition];
  }
  return undefined;
}

/** "Was she at the summit", "was he there for the spring meeting": whether she attended it. */
const AT_SOMETHING =
  /^(?:is|was|were|been|has been|did)?\s*(?:(?:also|then|out|over|up|down|physically|there|in the room|in attendance|present|around|on site|onsite|along)\s+)*(?:at|for)\s+(?!risk\b|least\b|all\b|any\b)(.{4,})$/i;

/** Nobody works for oneself: "cases from her" was taken for people at her. */
const isOfItself = (definition: unknown, person: string): boolean => JSON.stringify(definition).includes(`"${person}"`);

/** Without the verb that asks: "is on a committee" as "on a committee". */
const bareOf = (bare: string): string =>
  bare.replace(/^(?:is|are|was|were|has|have|had|did|does|do|can|could|may|will|'s)\s+/i, '');

/** "Why M-7F3KQ2 is not active", "M-7F3KQ2 is on a committee": asked the usual way round. */
function turned(said: string, person: string): string[] {
  const [, why = '', verb, rest] =
    new RegExp(`^(why )?${person}\\s+'?(is|are|was|has|did|does|do|s)\\b\\s*(.*)$`, 'i').exec(said) ?? [];
  return verb === undefined ? [] : [`${why}${verb === 's' ? 'is' : verb} ${person} ${rest ?? ''}`];
}

const REGISTERED =
  /^(?:or )?(?:is|was|has|did|were|are)?\s*(?:just |only |merely |simply )*(?:registered|signed up|booked|on the list|down for it|a no-?show)$/i;

/** "... or was she only registered?": for the event just asked about. */
function registeredFor(definition: Definition | undefined): Definition | undefined {
  if (definition?.op === 'event' && definition.kind === 'attendance') return { ...definition, kind: 'registration' };
  return undefined;
}
