/** What staff say of course credits and volunteer hours as amounts: "at least 10 CE credits", "put in 20 hours". */
import type { QuantityName } from './definition.js';
import { quantityKind } from './event-rows.js';
import { sumLeaf } from './leaf-counts.js';
import type { LeafFrame, SlotType } from './leaves.js';
import { said } from './said.js';

const NONE = { is: 'eq', value: 0 } as const;

const summed = (
  id: string,
  quantity: QuantityName,
  count: SlotType,
  told: Pick<LeafFrame, 'words' | 'needs'> & Pick<Partial<LeafFrame>, 'nouns'>,
): LeafFrame => ({
  id,
  quantity,
  kind: quantityKind[quantity],
  about: quantity === 'credits' ? 'courses' : 'volunteerRoles',
  tense: 'past',
  slots: { what: 'What', count, window: 'Win' },
  defaults: [],
  build: (filled) => sumLeaf(quantity, filled),
  // "Earned no credits", "have not earned any": one sum of nothing, however it is said.
  negated: (filled) =>
    filled.count
      ? undefined
      : { definition: sumLeaf(quantity, { ...filled, count: NONE }), note: 'none: a sum of 0 on record' },
  ...told,
});

export const quantityFrames: readonly LeafFrame[] = [
  summed('credits', 'credits', 'Number', {
    words: said(`
      with credits, with ce credits, with course credits, with education credits, whose credits total, whose credits add up to, whose credits come to, credits totaling, credits totalling,
      with a credit total of, with total credits of, total credits of, credit total of, credits adding up to
    `),
    nouns: said(`
      *credit, course *credit, ce *credit, *ceu, cpe *credit, cme *credit, cle *credit, ceu *credit, *cpe, *cme, *cpd, cpd *point, cpd *credit, cpd *unit, *pdu, pdh, pd *credit, pdc, education *credit, educational *credit,
      continuing education *credit, continuing education *unit, continuing ed *credit, learning *credit, learning *point, training *credit, study *credit, *credit earned, ce *credit earned, course *credit earned,
      education *credit earned, *credit of learning, credit *hour, ce *hour, contact *hour, learning *hour, *hour of learning, *hour of training, *hour of education, professional development *hour, professional development *credit, professional development *unit
    `),
    needs: [],
  }),
  summed('hours', 'hours', 'Number', {
    words: said(`
      with volunteer hours, whose volunteer hours total, whose volunteer hours add up to, whose volunteer hours come to, volunteer hours totaling, volunteer hours totalling, with a volunteer total of,
      with total volunteer hours of, ~log volunteer hours, ~put in volunteer hours, ~contribute volunteer hours
    `),
    nouns: said(`
      volunteer *hour, volunteering *hour, *hour volunteered, *hour of volunteering, *hour of volunteer time, *hour of volunteer work, *hour of volunteer service, *hour of service, *hour volunteering, *hour as a volunteer,
      *hour as volunteers, *hour given, *hour donated, *hour of time, service *hour, *hour of their time, *hour of help
    `),
    needs: [],
  }),
  summed('hours_given', 'hours', 'Hours', {
    words: said(`
      ~volunteer, ~volunteer for us, ~volunteer with us, ~volunteer a total of, ~volunteer in total, ~volunteer for, ~help out, ~help us out, ~help us out for, ~help for, ~give us, ~give, ~donate, ~put in, ~put in a total of,
      ~serve as a volunteer, ~serve as volunteers, ~serve as a volunteer for, ~work as a volunteer, ~work as volunteers, ~do volunteer work, ~volunteer their time for, ~give their time for, ~contribute, ~log, ~clock, ~clock up,
      ~rack up, volunteering, of volunteering, of volunteer work, of volunteer time, of volunteer service, of service, as a volunteer, as volunteers, volunteered, *volunteer with, volunteers with, as volunteer, *volunteer
    `),
    needs: ['count'],
  }),
];
