/* What can be asked of people, for whoever writes conditions without ever having seen one. */
import { notations } from '../../tools/notation.js';
import { fields } from '../population/fields.js';

/** Every field with its kind, values and meaning, and the notation that conditions are written in. */
export const fieldsInWords = (): string =>
  [
    'Fields of people and organisations:',
    ...fields.map(({ name, type, values, about }) => {
      const choices = Array.isArray(values) ? `: ${values.join(', ')}` : '';
      return `- ${name} (${type}${choices}) ${about}`;
    }),
    '',
    'How a condition is written:',
    notations.Cond,
  ].join('\n');
