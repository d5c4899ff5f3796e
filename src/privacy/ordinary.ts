/** English words that are also somebody's name. Standing alone they are not taken for a person as readily as "Okafor". */
import type { Word } from './name-words.js';

// Capitalised wherever they stand, or words of this field: never a person when they stand alone.
const ALWAYS = new Set(
  `january february march april may june july august september october november december monday tuesday wednesday
   thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun summer spring autumn winter christmas easter
   member members chapter board note notes task price dues grace active lapsed gold silver bronze platinum diamond
   young senior junior student fellow early north south east west northern southern central english french german
   i we you they he she it the a an and or not in of to on for with by from at is are was were has have had do does did
   how many who what which when where why show list count find tell give add make write please yes no all any none`.split(
    /\s+/,
  ),
);

// A person inside a sentence ("ask Mark"), a plain word at its beginning ("Mark it as done").
const AT_THE_BEGINNING = new Set(
  `will mark grant bill rich art gene pat sue joy hope faith rose ivy dawn eve chase drew frank jack miles page penny ray
   rusty skip sterling long short white black brown green gray rice field fields banks bush case cash chance church close
   cook cross day days fish fox good hall hand hill house hunt key king knight lane law little love major marsh moon more
   noble park parks pay peace pool poor post pope power powers queen reed rivers sharp singer small snow steel stone storm
   strong swan waters way weeks wells wise wood woods mason baker banker carpenter farmer fisher gardener miller bishop
   booth branch bond bowman call can check cole cost current dean dear date else even ever ford free gain given glass
   guy harm head held help here hood horn just keep kind land last late lead less look lord mail may mean mercy might mine
   moody need new next nice only open order other over pace paid pass past pick pride prior quick read rest right ring
   root round rush sage same say see self send set shaw should sign sales some sort start stay still stock such sum
   sweet take talk than thank that then there this thorn time toll town true try turn until use vale very wade walk wall
   want ward watch web west what when while why win work wright write year yes yet young`.split(/\s+/),
);

/** True for a word of English or of this field, wherever it stands and however it is written. */
export const isEnglish = (word: Pick<Word, 'normal'>): boolean =>
  ALWAYS.has(word.normal) || AT_THE_BEGINNING.has(word.normal);

/** True when a single capitalised word should be read as a word, not as somebody's name. */
export const isOrdinary = (word: Word): boolean =>
  ALWAYS.has(word.normal) || (word.beginsSentence && AT_THE_BEGINNING.has(word.normal));
