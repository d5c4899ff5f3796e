/* Orders that are refused. They never combine, so that they stay unexplained. */
/** Nothing does these: what changes a record is proposed, and some things are not done at all. */
export const forbiddenWords = [
  '~delete',
  '~erase',
  '~purge',
  '~charge',
  '~refund',
  '~cancel',
  '~merge',
  '~wipe',
  '~terminate',
  '~approve',
  '~waive',
  '~deactivate',
  '~suspend',
  '~destroy',
  'drop table',
  'write off',
  '~credit back',
  'remove from the database',
  'remove from imis',
] as const;
