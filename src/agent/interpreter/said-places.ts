/* Where people live or belong: "retirees down in Tampa", "of my lot". Data: each pattern has one meaning. */
import { monthNames } from '../../language/months.js';
import type { SetPhrase } from './rewriting.js';

const LOTS =
  '(?:members|people|folks|persons|those|anyone|everyone|anybody|everybody|fellows|students|professionals|individuals|retirees|companies|organi[sz]ations|orgs|firms|businesses|ones|crowd|lot|prospects|donors|volunteers|accounts|actives)';
const MONTH = `(?:${monthNames.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;

/** The place of people, without the way there. */
export const whereTheyLive: readonly SetPhrase[] = [
  {
    said: new RegExp(
      String.raw`\b(${LOTS}) (?:are |living |based |who are |who live )?(?:way )?(?:down|out|over|up|back|across) (?:there )?in (?!${MONTH}\b|the (?:last|next|past|coming)|this|last|next|20\d\d|q[1-4]|fy)`,
      'gi',
    ),
    written: '$1 in ',
  },
  {
    said: /\b(?:in|from|among|of|within) (?:my|our) (?:lot|bunch|patch|neck of the woods|territory|parish|flock|crew|mob|corner)\b/gi,
    written: 'of ours',
  },
];
