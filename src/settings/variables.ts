/* Every setting there is; `.env.example` and docs/settings.md are generated from it. */
import * as z from 'zod';
import { isDay } from '../domain/day.js';
import { usualEngagement } from '../domain/engagement.js';
import { readWeights, weightsInWords } from './engagement.js';
import { llmKinds } from './llm.js';
import { listed } from './mcp.js';
import { signInClaims } from './sign-in.js';
import { areStaffTypes, readStaffTypes, usualStaffTypes } from './staff-types.js';

/** One environment variable. */
export interface Variable {
  readonly about: string;
  readonly schema: z.ZodType;
  readonly secret?: true;
  /** As it would be written in .env; absent where unset is the default. */
  readonly fallback?: string;
}

const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d+$/, 'give a whole number')
    .transform(Number)
    .refine((value) => value >= low && value <= high, `give a whole number from ${low} to ${high}`);
const timeZone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, 'give an IANA time zone such as America/Chicago');

export const variables = {
  PORT: { about: 'Port of the console and the other surfaces.', schema: whole(0, 65535), fallback: '3978' },
  HOST: { about: 'Address to listen on.', schema: z.string().min(1), fallback: '127.0.0.1' },
  DATA_DIR: {
    about: 'Folder for the embedded database and the sandbox, beside package.json when relative.',
    schema: z.string().min(1),
    fallback: '.data',
  },
  DATABASE_URL: {
    about:
      'PostgreSQL 15 or later with pgvector 0.8 and a UTF-8 locale; unset: the embedded database. Elsewhere than on this machine it needs sslmode=verify-full.',
    schema: z.string(),
    secret: true,
  },
  IMIS_URL: {
    about: 'Address of the iMIS site, https://…; unset: the sandbox association.',
    schema: z.url({ protocol: /^https?$/, error: 'give an address such as https://imis.example.org' }),
  },
  IMIS_READ_USER: { about: 'iMIS account that reads (role RemoteService).', schema: z.string().min(1) },
  IMIS_READ_PASSWORD: { about: 'Its password.', schema: z.string().min(1), secret: true },
  IMIS_WRITE_USER: {
    about: 'Another iMIS account, which writes confirmed changes; unset: nothing can be written.',
    schema: z.string().min(1),
  },
  IMIS_WRITE_PASSWORD: { about: 'Its password.', schema: z.string().min(1), secret: true },
  IMIS_CONCURRENCY: { about: 'Requests to iMIS at once.', schema: whole(1, 20), fallback: '5' },
  IMIS_TIMEOUT_SECONDS: { about: 'How long one request to iMIS may take.', schema: whole(1, 600), fallback: '60' },
  IMIS_PROFILE: {
    about:
      'Profile of the site as doctor --profile wrote it, a file beside package.json when relative: the copilot goes by what it proves. Without IMIS_URL the sandbox also behaves as it says.',
    schema: z.string().min(1),
  },
  STAFF_TYPES: {
    about:
      'Customer types of the people who work for the association, separated by commas: they alone can sign in, by their iMIS roles, and are not counted as members. No type that members have too.',
    schema: z
      .string()
      .transform(readStaffTypes)
      .refine(areStaffTypes, 'give codes of customer types separated by commas, such as STAFF, EMP'),
    fallback: usualStaffTypes.join(', '),
  },
  SANDBOX_PORT: { about: 'Port of the sandbox iMIS.', schema: whole(0, 65535), fallback: '3979' },
  SANDBOX_MEMBERS: {
    about: 'People and organisations of the sandbox association.',
    schema: whole(50, 1_000_000),
    fallback: '3000',
  },
  SANDBOX_SEED: { about: 'Which association is generated.', schema: whole(0, 2 ** 31 - 1), fallback: '1' },
  SANDBOX_AS_OF: {
    about: 'The day the sandbox and the copilot take for today; unset: the real one.',
    schema: z.string().refine(isDay, 'give a day as YYYY-MM-DD'),
  },
  SANDBOX_LATENCY_MS: {
    about: 'How long the sandbox waits before each answer.',
    schema: whole(0, 60_000),
    fallback: '0',
  },
  ASSOCIATION_NAME: {
    about: 'Name of the association, shown on pages.',
    schema: z.string().min(1),
    fallback: 'The Association',
  },
  TIME_ZONE: {
    about: 'Time zone in which a day of the association begins.',
    schema: timeZone,
    fallback: 'America/Chicago',
  },
  FISCAL_YEAR_STARTS: {
    about: 'Month and day on which the fiscal year begins.',
    schema: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, 'give a month and a day such as 07-01'),
    fallback: '07-01',
  },
  WEEK_STARTS: {
    about: 'First day of the week.',
    schema: z.enum(['monday', 'sunday', 'saturday']),
    fallback: 'monday',
  },
  DATE_ORDER: { about: 'How 3/4/26 is read.', schema: z.enum(['mdy', 'dmy', 'ask']), fallback: 'mdy' },
  CURRENCY: {
    about: 'Currency of amounts said without one (ISO 4217).',
    schema: z.string().regex(/^[A-Z]{3}$/, 'give a code such as USD'),
    fallback: 'USD',
  },
  COUNTRY: {
    about: 'Country of the association (ISO 3166): phone numbers and addresses without one are read as its own.',
    schema: z.string().regex(/^[A-Z]{2}$/, 'give a code such as US'),
    fallback: 'US',
  },
  GRACE_DAYS: { about: 'Days for which benefits are kept after the term ends.', schema: whole(0, 365), fallback: '60' },
  ENGAGEMENT_WEIGHTS: {
    about: 'Points of one event in the engagement score; an hour of volunteering, a month on a committee, a credit.',
    schema: z
      .string()
      .refine((line) => readWeights(line) !== undefined, 'give kinds and points such as login=1, post=3'),
    fallback: weightsInWords(usualEngagement.weights),
  },
  ENGAGEMENT_HALF_LIFE_DAYS: {
    about: 'Days in which the points of an event are halved.',
    schema: whole(1, 3650),
    fallback: String(usualEngagement.halfLifeDays),
  },
  MONEY_LIMIT: {
    about:
      'Total in the currency of the association up to which whoever asks for a change of money may approve it too; above it a second person does.',
    schema: whole(0, 1_000_000_000),
    fallback: '0',
  },
  RECENT_DAYS: { about: 'What "recent" means, in days.', schema: whole(1, 365), fallback: '90' },
  PUBLIC_URL: {
    about: 'Address at which people and AI clients reach the copilot, such as https://copilot.example.org.',
    schema: z.url({ protocol: /^https?$/, error: 'give an address such as https://copilot.example.org' }),
  },
  OIDC_ISSUER: {
    about:
      "The association's OpenID Connect provider, for sign-in to the console and the tokens of AI clients; unset: sign-in only with the sandbox.",
    schema: z.url({ protocol: /^https?$/, error: 'give an address such as https://login.example.org/tenant/v2.0' }),
  },
  OIDC_CLIENT_ID: { about: 'Name of the copilot at the provider.', schema: z.string().min(1) },
  OIDC_CLIENT_SECRET: { about: 'Its secret.', schema: z.string().min(1), secret: true },
  OIDC_CLAIM: {
    about:
      'What of the identity names the iMIS user: preferred_username (compared with user names), email (verified; compared with user names and addresses of staff), or oid (linked on the page Staff and roles, the first by `identity link`).',
    schema: z.enum(signInClaims),
    fallback: 'preferred_username',
  },
  SYNC_MINUTES: {
    about: 'Minutes between two incremental syncs while start runs.',
    schema: whole(1, 1440),
    fallback: '15',
  },
  SYNC_FULL_HOURS: {
    about: 'Hours after which every key is compared again, to find what was deleted in iMIS.',
    schema: whole(1, 720),
    fallback: '24',
  },
  LLM_KIND: {
    about: 'What speaks at the endpoint of the language model: OpenAI, Azure OpenAI or a server with the same wire.',
    schema: z.enum(llmKinds),
    fallback: 'openai',
  },
  LLM_URL: {
    about:
      "Address of the language model's endpoint, such as https://api.openai.com/v1 (the default for openai) or https://NAME.openai.azure.com; no LLM_ setting at all: the offline interpreter alone.",
    schema: z.url({ protocol: /^https?$/, error: 'give an address such as https://llm.example.org/v1' }),
  },
  LLM_MODEL: { about: 'Name of the model at the endpoint; it must be able to call tools.', schema: z.string().min(1) },
  LLM_API_KEY: { about: 'Key of the endpoint.', schema: z.string().min(1), secret: true },
  LLM_DEPLOYMENT: {
    about: 'Azure: name of the deployment.',
    schema: z.string().regex(/^[\w.-]+$/, 'give the name alone'),
  },
  LLM_API_VERSION: {
    about: 'Azure: version of the API.',
    schema: z.string().regex(/^[\w.-]+$/, 'give a version such as 2024-10-21'),
    fallback: '2024-10-21',
  },
  LLM_TIMEOUT_SECONDS: {
    about: 'How long one answer of the language model may take, further tries included.',
    schema: whole(1, 600),
    fallback: '60',
  },
  LLM_RETRIES: {
    about: 'Further tries when the endpoint is busy or fails; then the offline interpreter answers.',
    schema: whole(0, 5),
    fallback: '2',
  },
  LLM_CONTEXT_TOKENS: {
    about: 'How many tokens the model reads at once, prompt and answer together.',
    schema: whole(8_000, 2_000_000),
    fallback: '128000',
  },
  TURNS_PER_MINUTE: {
    about: 'How many questions one person may ask in a minute.',
    schema: whole(1, 1000),
    fallback: '30',
  },
  MCP_TOOLSETS: {
    about: 'Toolsets that AI clients are shown over MCP, separated by commas: all, people, figures, records, changes.',
    schema: z.string().transform(listed),
    fallback: 'all',
  },
  MCP_EXCLUDE: {
    about: 'Tools that AI clients are not shown, separated by commas.',
    schema: z.string().transform(listed),
  },
  MCP_READ_ONLY: {
    about: 'true: AI clients may propose no change, whatever else is set.',
    schema: z.enum(['true', 'false'], 'give true or false').transform((value) => value === 'true'),
    fallback: 'false',
  },
  MCP_NAMES: {
    about:
      'Whether answers to AI clients hold names of people, for those who may see them, or pseudonyms; names reach the model of the client.',
    schema: z.enum(['pseudonyms', 'names']),
    fallback: 'pseudonyms',
  },
  MCP_CALLS_PER_MINUTE: {
    about: 'How many calls the AI clients of one person may make in a minute.',
    schema: whole(1, 10_000),
    fallback: '120',
  },
  MCP_AUDIENCE: {
    about:
      'Audience that the provider writes into tokens for /mcp beside its address (PUBLIC_URL/mcp): Microsoft Entra writes the client id of the API. Only tokens made for this copilot alone may bear it.',
    schema: z.string().min(8, 'give an id or an address that no other service shares'),
  },
  IMIS_COPILOT_TOKEN: {
    about:
      'Personal token of whoever an AI client speaks for, minted in the console under AI clients: for the command mcp, in the settings of the client.',
    schema: z.string().min(1),
    secret: true,
  },
  MODEL_LOG_DAYS: {
    about: 'Days for which the log of model calls is kept (for whom, which model, how much; never the words).',
    schema: whole(1, 3650),
    fallback: '365',
  },
  STATEMENT_SECONDS: { about: 'Deadline of one database statement.', schema: whole(1, 600), fallback: '60' },
  LOG_LEVEL: {
    about: 'trace, debug, info, warn, error or silent; the log goes to stderr.',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    fallback: 'warn',
  },
} as const satisfies Record<string, Variable>;
