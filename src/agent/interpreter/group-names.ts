/*
 * The groups people count by, as they name them, and how many of them they ask for. Lists of alternatives for the
 * patterns that read groups, kept together so that a new name is added once.
 */
const RANKS = 'tiers?|chapters?|states?';
const WIDER = 'industr(?:y|ies)|countr(?:y|ies)|regions?';
const CITIES = 'cities|city';
const STATUS = 'status(?:es)?';
const OF_MEMBERS = '(?:membership |member )?';
const NAMES = `${RANKS}|${WIDER}|${CITIES}|membership tiers?|membership types?|member types?|membership levels?|relationship managers?|account managers?|months?|quarters?|years?|weeks?|committees?`;

/** A group, as a part of what was found. */
export const GROUP = `(${NAMES})`;
export const GROUP_OR_STATUS = `(${NAMES}|${STATUS})`;
/** "Each tier": what a share is told of. */
export const EACH_GROUP = `${OF_MEMBERS}(${RANKS}|levels?|${WIDER}|${CITIES})`;
/** What a table has for its rows or its columns. */
export const SIDE_OF_TABLE = `${OF_MEMBERS}(?:${RANKS}|levels?|types?|${STATUS})`;
/** Whatever shares may be split into. */
export const SPLIT_INTO = `${OF_MEMBERS}(?:${RANKS}|levels?|${STATUS}|categor(?:y|ies)|types?|${WIDER}|groups?|kinds?|managers?|rows?|cells?|lines?|one)`;

/** Organizations as against people. */
export const ORGANIZATIONS = '(?:organi[sz]ations?|orgs?|compan(?:y|ies)|firms?|businesses)';

/** How many groups: each reader adds the words that it alone takes. */
export const NUMBERS = String.raw`\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve`;

/** One of the groups: "cities" are by city. */
export const one = (group: string): string =>
  group
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(statu)ses$/, '$1s')
    .replace(/(?<!statu)s$/, '');
