/** "With a state", "job title not recorded": whether a field holds anything, in the same words for every field. */
import type { Definition } from './definition.js';
import { fields } from './fields.js';
import type { Phrase } from './leaves.js';

export const recorded = (field: string, is: boolean): Definition => ({ op: 'field', field, test: { recorded: is } });

export const recordedPhrases: readonly Phrase[] = fields
  .filter(({ name, type }) => type !== 'flag' && !['status', 'kind', 'tenure'].includes(name))
  .flatMap(({ name, label }) => {
    const noun = `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;
    return [
      {
        words: [
          `${label} on file`,
          `${label} filled in`,
          `whose ${label} is recorded`,
          `whose ${label} is known`,
          `with ${noun} on record`,
          `with ${noun} on file`,
          `with ${noun}`,
          `with ${noun} recorded`,
          `${label} recorded`,
          `${label} on record`,
          `${label} known`,
        ],
        definition: recorded(name, true),
      },
      {
        words: [
          `without ${noun}`,
          `${label} not recorded`,
          `${label} missing`,
          `no ${label} recorded`,
          `unknown ${label}`,
          `no ${label} on record`,
          `no ${label} on file`,
          `no ${label} we know of`,
          `${label} unknown`,
          `${label} blank`,
          `${label} empty`,
          `blank ${label}`,
          `${label} is missing`,
          `lacking ${noun}`,
          `missing ${noun}`,
        ],
        definition: recorded(name, false),
      },
    ];
  });
