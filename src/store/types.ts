import pg from 'pg';

const { builtins, getTypeParser } = pg.types;
// Array types have no names in pg-types: int8[], date[], timestamp[].
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const TIMESTAMP_ARRAY = 1115;
const TEXT_ARRAY = 1009;

type Parse = (text: string) => unknown;
const parserOf: (oid: number, format: 'text' | 'binary') => Parse = getTypeParser;
const textArray = parserOf(TEXT_ARRAY, 'text') as (text: string) => (string | null)[];
const arrayOf = (parse: Parse) => (text: string) => textArray(text).map((item) => (item === null ? null : parse(item)));

/** int8, so counts and amounts: a number, or a RangeError where it would lose digits. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number; select it as text`);
  return value;
}

// pg would read both as local time of this process, which moves days.
const asDay = (text: string): string => text;
const asSiteTime = (text: string): string => text.replace(' ', 'T');

const parsers: Readonly<Record<number, Parse>> = {
  [builtins.INT8]: wholeNumber,
  [builtins.DATE]: asDay,
  [builtins.TIMESTAMP]: asSiteTime,
  [INT8_ARRAY]: arrayOf(wholeNumber),
  [DATE_ARRAY]: arrayOf(asDay),
  [TIMESTAMP_ARRAY]: arrayOf(asSiteTime),
};

/**
 * How columns become values on every connection of the store: date is a Day text, timestamp ISO text without zone,
 * timestamptz a Date, int8 a number, numeric a text, json parsed.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary' = 'text') =>
    (format === 'text' && parsers[oid]) || parserOf(oid, format)) as typeof getTypeParser,
};
