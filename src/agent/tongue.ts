/* Whether a question is plainly in another language than English: by its letters, or by the small words every sentence has. */

const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'Japanese'],
  [/\p{Script=Hangul}/gu, 'Korean'],
  [/\p{Script=Han}/gu, 'Chinese'],
  [/\p{Script=Cyrillic}/gu, 'a language in Cyrillic letters'],
  [/\p{Script=Greek}/gu, 'Greek'],
  [/\p{Script=Arabic}/gu, 'Arabic'],
  [/\p{Script=Hebrew}/gu, 'Hebrew'],
  [/\p{Script=Devanagari}/gu, 'Hindi'],
  [/\p{Script=Thai}/gu, 'Thai'],
];

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Small words that are no English ones and are seldom names. */
const SMALL: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'Spanish',
    words(
      'cuántos cuantos cuántas cuantas cuál cuáles quién quiénes qué dónde cuándo los las del el una unos unas hay tenemos tiene tienen miembros socios activos activas están esta este año por para con más muéstrame muestra nuestra nuestros',
    ),
  ],
  [
    'French',
    words(
      'combien quels quelles quel quelle qui où quand nous avons les des une du au aux est sont ont cette année avec pour dans membres adhérents actifs actives montre montrez notre nos pas plus',
    ),
  ],
  [
    'German',
    words(
      'wie viele wieviele welche welcher welches wer wo wann wir haben hat sind ist der das ein eine einen und oder nicht mit für von dem den im mitglieder aktive zeige zeig unsere dieses jahr gibt es',
    ),
  ],
  [
    'Portuguese',
    words(
      'quantos quantas quais quem onde quando nós temos os das dos uma são está estão este ano com para membros sócios ativos ativas mostre nosso nossa não há',
    ),
  ],
  [
    'Italian',
    words(
      'quanti quante quali chi dove quando abbiamo gli della delle degli una sono questo anno con per membri soci attivi attive mostra mostrami nostro nostra ci più',
    ),
  ],
  [
    'Dutch',
    words(
      'hoeveel welke wie waar wanneer wij we hebben de het een zijn deze dit jaar met voor leden actieve toon laat zien onze niet',
    ),
  ],
];
const ENGLISH = words(
  'how many who what which when where why show list count find tell give add make the a an and or not in of to on for with by from at is are was were has have had do does did we our us members member their her his it them those this that since last next',
);
const FEWEST_WORDS = 3;

/** The language's name where it is plainly not English, else undefined. */
export function otherTongue(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, name] of LETTERS) if ((text.match(script)?.length ?? 0) * 2 > letters) return name;
  const said = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const of = (set: ReadonlySet<string>) => said.filter((word) => set.has(word)).length;
  const [best] = SMALL.map(([name, set]) => ({ name, count: of(set) })).sort((a, b) => b.count - a.count);
  const isPlain = best && best.count >= FEWEST_WORDS && best.count > of(ENGLISH) * 2;
  return isPlain ? best.name : undefined;
}
