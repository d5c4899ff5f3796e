/* "Did she come or only register": one sentence that asks about two points, said as two. */

const REGISTER = '(?:register|registered|sign up|signed up|book|booked|rsvp|rsvped)';
const COME =
  '(?:attend|attended|come|came|go|went|show|showed|show up|showed up|turn up|turned up|make it|made it|be there|was there|appear|appeared)';
const THEY = '(?:she|he|they|it|M-[0-9A-Z]{6})';
const AGAIN = `(?:(?:did|was|were|is|has|had) ${THEY} )?(?:actually |really |even |just |only |merely |simply )*`;
const CAME_OR_REGISTERED = new RegExp(
  String.raw`,?\s+or (?:(?:did|was|were|is|has|had) ${THEY} )?(?:just|only|merely|simply)(?: ${THEY})? ${REGISTER}(?: for it| for that)?(?=\s*[?.!,]|$)`,
  'i',
);
const REGISTERED_OR_CAME = new RegExp(
  String.raw`\b(?:just|only|merely|simply) ${REGISTER}(?: (?:for|to))?((?: (?:the |our |this )?[\p{L}\d' -]{2,60}?)?),? or ${AGAIN}${COME}(?: (?:to|at|for))?((?: [\p{L}\d' -]{2,60}?)?)(?=\s*[?.!,]|$)`,
  'iu',
);

/** "Did she come or only register", the other way round as well: asked as two points. */
export const cameOrRegistered = (said: string): string =>
  said
    .replace(
      REGISTERED_OR_CAME,
      (_, first: string, second: string) => `attend${first || second}, or was she only registered`,
    )
    .replace(CAME_OR_REGISTERED, ', or was she only registered');
