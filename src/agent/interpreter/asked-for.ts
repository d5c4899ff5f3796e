/* A clause that only names what is wanted ("Number.", "who are they?"), put in front of the one before it. */

const COUNTING =
  /^(?:and )?(?:just )?(?:(?:the|a|your|give me the|give me a|just the|only the) )?(?:number|count|total|headcount|head count|size|size of it|size of that|size of them|how big|how big is it|how big is that|what size|what size is it|how large|how large is it|figure|one figure|one number|a single figure|single figure|how many|how many is that|how many are there|how many are they|how many of them|(?:number|numbers|count|counts|headcount|figure|figures|total) (?:only|alone))(?: is (?:fine|enough|plenty|all i need|ok))?(?: please| pls| thanks)?$/;
const LISTING =
  /^(?:and |then |and then |count(?: them)? (?:and |then |and then ))?(?:just )?(?:(?:the|a|give me the|give me a|just the|show me the|show me|send me the|i need the) )?(?:names?|list|who|who are they|who are those|who is that|which ones|which are they|who exactly|full list|list of names|names and all|names only|list only|list them|list em|show them|name them|who would that be)(?: (?:is|are) (?:fine|enough|plenty|all i need|ok))?(?: please| pls| thanks)?$/;

/** What a fragment asks for of what was said before it. */
export function askedFor(clause: string): 'how many' | 'list' | undefined {
  const said = plain(clause)
    .replace(
      /^(?:(?:i|we)(?:'d like| would like| want| need)|(?:i )?need|want|gimme|give me)(?: to)?(?: see| have| know)? /,
      '',
    )
    .replace(
      / (?:(?:by|before) (?:noon|lunch|midday|tomorrow|today|tonight|\w+day|the end of|end of|eod|cob|close|\d|the (?:meeting|call|board)|my|our)\b.{0,20}|asap|today|tonight|now|tomorrow|this (?:morning|afternoon|evening))$/,
      '',
    );
  return COUNTING.test(said) ? 'how many' : LISTING.test(said) ? 'list' : undefined;
}

export const BEGINS_ASKING =
  /^\s*(?:so |and |ok |please |pls |can you |could you )*(?:list|show|give|count|how|who|which|what|where|when|is|are|do|does|did|has|have|find|pull|get|name|add|make|create|put)\b/i;

/** Words alone, in small letters, one space apart. */
export const plain = (clause: string): string =>
  clause
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}'\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const OTHER_ASKED = /^how many (?!(?:members|people|of|did|do|have|are|were)\b)/;
/** A list comes with its count: "Count, then list" is a list. */
const asksAlready = (said: string, asked: string): boolean => asked === 'how many' && said.startsWith('list ');

/** "Lapsed since July 1. Number." as "how many lapsed since July 1". */
export function withFragments(clauses: readonly string[]): string {
  const said: string[] = [];
  for (const clause of clauses) {
    const asked = said.length > 0 ? askedFor(clause) : undefined;
    const last = said.at(-1);
    if (asked && last !== undefined)
      said[said.length - 1] = asksAlready(last, asked) ? last : `${asked} ${last.replace(OTHER_ASKED, '')}`;
    else said.push(clause);
  }
  return said.join(' , ').replace(/([.!?…])\s+,\s/g, '$1 ');
}
