/* The small words of English by what they do; data only. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const articles = words('a an the');

export const auxiliaries = words(
  "is are am was were be been being has have had having do does did doing can could may might should would will 's 're 've 'd 'll shall",
);

export const pronouns = words('i we us me you your our my it they their there who whom whose which that what');
export const relatives = words('who whom whose which that');
export const prepositions = words('of in at from for with to on during within as about regarding concerning re around');
export const polite = words('please pls plz thanks thank hi hello hey ok okay kindly cheers dear');

export const asking = words(
  "want wants need needs like know see show give get tell find list look pull run check let lets count how many much when where can could would able 'd 'll us me now wondering wonder question quick out up just hit fetch bring ask for of a the in through display print say provide return here total actually so well right then also and about to any chance",
);

export const universals = words('all any every each single');
export const present = words('currently now presently still already also too right today again so far');
export const placed = words('live lives lived living based located residing situated resident headquartered');
export const restricting = words('only just');

export const lightVerbs = words(
  'opened filed files filing submitted submit logged raised raise made make makes making got get gets getting placed place earned earn earns earning received receive recorded took take takes taking taken gave give given sent send left complete completed did done had have has having attended attend accumulated accrued racked racking',
);

export const lightNouns = words('one ones list number numbers thing things status membership memberships');
