/*
 * What was found out about one iMIS site: which of the guesses the client stands on hold there. doctor writes it, the
 * client chooses its ways by it, the sandbox behaves as it says. No value of any record stands in it.
 */
import * as z from 'zod';
import { ExpectedError } from '../../errors.js';
import { type ContractName, endpoints } from './endpoints.js';

export const PROFILE_FORMAT = 'imis-copilot site profile';
/** Rises when a profile of before could be misread. */
export const PROFILE_VERSION = 1;

const states = ['holds', 'does not hold', 'not known'] as const;
export type GuessState = (typeof states)[number];

const shape = {
  state: z.enum(states),
  /** How it was found, a sentence of ours: counts and kinds of failures, never a value. */
  found: z.string().min(1).max(400),
};
const GuessSchema = z.strictObject(shape);
export type Guess = z.output<typeof GuessSchema>;

// Only `honoured` lets the client read changes by the filter; the others differ in what the sandbox does.
const filterAnswers = ['honoured', 'ignored', 'rejected', 'matches nothing'] as const;
const FilterSchema = z
  .strictObject({ ...shape, answer: z.enum(filterAnswers).optional() })
  .refine(
    ({ state, answer }) =>
      state === (answer === undefined ? 'not known' : answer === 'honoured' ? 'holds' : 'does not hold'),
    'the state does not go with the answer',
  );
export type FilterGuess = z.output<typeof FilterSchema>;

/** The guess: a page holds 500 rows at most, and whoever asks for more gets 500. */
const PageSchema = z
  .strictObject({
    ...shape,
    /** Rows of the largest page the site was seen to give or to accept. */
    largest: z.int().min(1).max(10_000).optional(),
    /** What happens to whoever asks for more; absent where nobody asked for more. */
    above: z.enum(['cut', 'rejected']).optional(),
  })
  .refine(
    ({ state, largest }) => (state === 'not known') === (largest === undefined),
    'largest is missing or too much',
  );
export type PageGuess = z.output<typeof PageSchema>;

/** The guess, or rather the fear: a query is answered with rows of before. */
const CacheSchema = z.strictObject({
  ...shape,
  /** What told: a header of the answer, its total, or how long it took. */
  told: z.enum(['header', 'total', 'time']).optional(),
  /** Whether the same query with another prompt is computed anew. */
  anotherPromptIsFresh: z.boolean().optional(),
  /** Whether a prompt before every row gave no fewer rows than none: rows without a time may not pass it. */
  promptKeepsAll: z.boolean().optional(),
});
export type CacheGuess = z.output<typeof CacheSchema>;

const contractNames = Object.keys(endpoints) as [ContractName, ...ContractName[]];
const NAME = z.string().regex(/^\w{1,80}$/);

export const GuessesSchema = z.strictObject({
  /** By entity: a list can be filtered by UpdatedOn. */
  updatedOnFilter: z.partialRecord(z.enum(contractNames), FilterSchema),
  /** Pages of entities and panel sources, and of queries. */
  pageRows: PageSchema,
  queryPageRows: PageSchema,
  /** A list comes in the order asked for; a page begins where the one before it ended. */
  orderKept: GuessSchema,
  offsetsFit: GuessSchema,
  queriesCached: CacheSchema,
  /** By name below /api/metadata/: the site states the columns. */
  metadata: z.record(NAME, GuessSchema),
  /** Everything else we guess, by the guess in words. Nothing is chosen by these. */
  others: z.record(z.string().min(1).max(120), GuessSchema),
});
export type Guesses = z.output<typeof GuessesSchema>;

const EndpointSchema = z.strictObject({
  /** Scheme, host, port and path, as in IMIS_URL. */
  address: z.url({ protocol: /^https?$/ }),
  encryption: GuessSchema,
  clocksAgree: GuessSchema,
  /** What the site says about its software, by header. */
  software: z.record(z.string(), z.string().max(60)),
});

/** Without user names: which right was there, and which was not. */
const AccountsSchema = z.strictObject({
  readingSignsIn: GuessSchema,
  writingSignsIn: GuessSchema,
  writingMayAddNotes: GuessSchema,
  writingMayRemoveNotes: GuessSchema,
});

export const SiteProfileSchema = z.strictObject({
  format: z.literal(PROFILE_FORMAT),
  version: z.literal(PROFILE_VERSION),
  /** What it is a profile of, for people. */
  about: z.string().min(1).max(600),
  /** When the site was read; absent where somebody wrote the profile. */
  readAt: z.iso.datetime().optional(),
  /** Requests it took, sign-ins included. */
  calls: z.int().min(0).optional(),
  endpoint: EndpointSchema.optional(),
  accounts: AccountsSchema.optional(),
  guesses: GuessesSchema,
  /** The structure of each answer without its values. */
  shapes: z.record(z.string(), z.json()).optional(),
});
export type SiteProfile = z.output<typeof SiteProfileSchema>;

export class SiteProfileUnusable extends ExpectedError {
  readonly kind = 'site_profile_unusable';
  /** What is wrong, without the file's name: "guesses.pageRows.largest is missing". */
  readonly why: string;
  constructor(why: string) {
    super(`The site profile is not usable: ${why}.`, 'Write it anew with doctor --profile FILE.');
    this.why = why;
  }
}

/** A profile as it was read from a file; throws SiteProfileUnusable, which names the first thing wrong. */
export function parseSiteProfile(written: unknown): SiteProfile {
  const head = z.looseObject({ format: z.unknown(), version: z.unknown() }).safeParse(written).data;
  if (head?.format !== PROFILE_FORMAT) throw new SiteProfileUnusable('it is no site profile');
  if (head.version !== PROFILE_VERSION)
    throw new SiteProfileUnusable(`it is not of version ${PROFILE_VERSION}, which this copilot reads`);
  const parsed = SiteProfileSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SiteProfileUnusable(`${issue?.path.join('.') || 'somewhere'}: ${issue?.message ?? 'not usable'}`);
}
