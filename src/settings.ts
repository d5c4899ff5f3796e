/*
 * Settings come from environment variables, are parsed once, and every fault is reported together with the variable's
 * name and the mend. A secret may be given as NAME or, by a file that holds it, as NAME_FILE; it is never printed.
 * `.env.example` is generated from `variables`.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type * as z from 'zod';
import { type EngagementRule, usualEngagement } from './domain/engagement.js';
import { ExpectedError } from './errors.js';
import { packageRoot } from './package-root.js';
import { databaseFaults } from './settings/database-address.js';
import { readWeights } from './settings/engagement.js';
import { type LlmSettings, llmSettings } from './settings/llm.js';
import { type McpSettings, mcpSettings } from './settings/mcp.js';
import { Secret } from './settings/secret.js';
import { type OidcSettings, oidcSettings, publicUrl } from './settings/sign-in.js';
import { usualStaffTypes } from './settings/staff-types.js';
import { isThisMachine } from './settings/this-machine.js';
import { type Variable, variables } from './settings/variables.js';

export class SettingsInvalid extends ExpectedError {
  readonly kind = 'settings_invalid';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `${faults.length === 1 ? 'One setting is' : `${faults.length} settings are`} not usable:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
      'Correct the variables named; .env.example says what each one means.',
    );
    this.faults = faults;
  }
}

export interface Credentials {
  readonly user: string;
  readonly password: Secret;
}

export interface AssociationSettings {
  readonly name: string;
  readonly timeZone: string;
  /** MM-DD. */
  readonly fiscalYearStarts: string;
  readonly weekStarts: 'monday' | 'sunday' | 'saturday';
  readonly dateOrder: 'mdy' | 'dmy' | 'ask';
  readonly currency: string;
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly graceDays: number;
  readonly recentDays: number;
}

export interface Settings {
  readonly http: { readonly host: string; readonly port: number };
  readonly dataDir: string;
  readonly database: { readonly url?: Secret; readonly statementMillis: number };
  /** Undefined: the sandbox stands in. */
  readonly imis?: { readonly url: string; readonly read: Credentials; readonly write?: Credentials };
  /** File with the profile of the site; read where the site is opened. */
  readonly imisProfile?: string;
  readonly imisLimits: { readonly concurrency: number; readonly timeoutMillis: number };
  readonly sandbox: {
    readonly port: number;
    readonly members: number;
    readonly seed: number;
    readonly asOf?: string;
    readonly latencyMillis: number;
  };
  readonly association: AssociationSettings;
  readonly engagement: EngagementRule;
  readonly sync: {
    readonly everyMinutes: number;
    readonly fullHours: number;
    /** Customer types of staff, in capitals. */
    readonly staffTypes: readonly string[];
  };
  /** Where the copilot is reached from outside, without a slash at its end. */
  readonly publicUrl?: string;
  /** Undefined: nobody can sign in except with the sandbox. */
  readonly oidc?: OidcSettings;
  /** Undefined: the offline interpreter alone. */
  readonly llm?: LlmSettings;
  readonly turnsPerMinute: number;
  readonly mcp: McpSettings;
  readonly modelLogDays: number;
  /** Whole units of the association's currency: above it a change of money needs two different people. */
  readonly moneyLimit: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

type Environment = Readonly<Record<string, string | undefined>>;
type Name = keyof typeof variables;
type Values = { [N in Name]: z.output<(typeof variables)[N]['schema']> | undefined };

/** Settings from the environment; throws SettingsInvalid with every fault. Nothing else reads process.env. */
export function parseSettings(environment: Environment): Settings {
  const faults: string[] = [];
  const values = {} as Record<string, unknown>;
  for (const [name, variable] of Object.entries(variables) as [Name, Variable][]) {
    const text = read(environment, name, variable, faults) ?? variable.fallback;
    if (text === undefined) continue;
    const parsed = variable.schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(`${name}: ${parsed.error.issues[0]?.message ?? 'not usable'}`);
  }
  const settings = assemble(values as Values, faults);
  if (faults.length > 0) throw new SettingsInvalid(faults);
  return settings;
}

function read(environment: Environment, name: string, variable: Variable, faults: string[]): string | undefined {
  const direct = environment[name]?.trim() || undefined;
  const file = variable.secret ? environment[`${name}_FILE`]?.trim() || undefined : undefined;
  if (direct && file) faults.push(`${name}: given twice, also as ${name}_FILE; keep one`);
  if (!file) return direct;
  try {
    const text = readFileSync(file, 'utf8').trim();
    // An empty file is a secret that was lost, never the wish to do without: that would be another database.
    if (text === '') faults.push(`${name}_FILE: the file is empty; write the value into it`);
    return text || undefined;
  } catch {
    faults.push(`${name}_FILE: the file cannot be read; name a file this account may read`);
    return undefined;
  }
}

function assemble(values: Values, faults: string[]): Settings {
  const imis = imisSettings(values, faults);
  const llm = llmSettings(values, faults);
  const oidc = oidcSettings(values, faults);
  const reachedAt = publicUrl(values, faults);
  if (values.DATABASE_URL) faults.push(...databaseFaults(values.DATABASE_URL));
  return {
    http: { host: values.HOST ?? '', port: values.PORT ?? 0 },
    dataDir: resolve(packageRoot, values.DATA_DIR ?? ''),
    database: {
      ...(values.DATABASE_URL && { url: new Secret(values.DATABASE_URL) }),
      statementMillis: (values.STATEMENT_SECONDS ?? 0) * 1000,
    },
    ...(imis && { imis }),
    ...(values.IMIS_PROFILE && { imisProfile: resolve(packageRoot, values.IMIS_PROFILE) }),
    imisLimits: {
      concurrency: values.IMIS_CONCURRENCY ?? 1,
      timeoutMillis: (values.IMIS_TIMEOUT_SECONDS ?? 0) * 1000,
    },
    sandbox: {
      port: values.SANDBOX_PORT ?? 0,
      members: values.SANDBOX_MEMBERS ?? 0,
      seed: values.SANDBOX_SEED ?? 0,
      ...(values.SANDBOX_AS_OF && { asOf: values.SANDBOX_AS_OF }),
      latencyMillis: values.SANDBOX_LATENCY_MS ?? 0,
    },
    association: {
      name: values.ASSOCIATION_NAME ?? '',
      timeZone: values.TIME_ZONE ?? 'UTC',
      fiscalYearStarts: values.FISCAL_YEAR_STARTS ?? '01-01',
      weekStarts: values.WEEK_STARTS ?? 'monday',
      dateOrder: values.DATE_ORDER ?? 'mdy',
      currency: values.CURRENCY ?? 'USD',
      country: values.COUNTRY ?? 'US',
      graceDays: values.GRACE_DAYS ?? 0,
      recentDays: values.RECENT_DAYS ?? 90,
    },
    engagement: {
      weights: readWeights(values.ENGAGEMENT_WEIGHTS ?? '') ?? usualEngagement.weights,
      halfLifeDays: values.ENGAGEMENT_HALF_LIFE_DAYS ?? usualEngagement.halfLifeDays,
    },
    sync: {
      everyMinutes: values.SYNC_MINUTES ?? 15,
      fullHours: values.SYNC_FULL_HOURS ?? 24,
      staffTypes: values.STAFF_TYPES ?? usualStaffTypes,
    },
    ...(reachedAt && { publicUrl: reachedAt }),
    ...(oidc && { oidc }),
    ...(llm && { llm }),
    turnsPerMinute: values.TURNS_PER_MINUTE ?? 30,
    mcp: mcpSettings(values),
    modelLogDays: values.MODEL_LOG_DAYS ?? 365,
    moneyLimit: values.MONEY_LIMIT ?? 0,
    logLevel: values.LOG_LEVEL ?? 'warn',
  };
}

function imisSettings(values: Values, faults: string[]): Settings['imis'] {
  if (!values.IMIS_URL) {
    for (const name of ['IMIS_READ_USER', 'IMIS_READ_PASSWORD', 'IMIS_WRITE_USER', 'IMIS_WRITE_PASSWORD'] as const)
      if (values[name]) faults.push(`IMIS_URL: missing although ${name} is set; give the site's address or unset both`);
    return undefined;
  }
  const url = new URL(values.IMIS_URL);
  if (url.protocol === 'http:' && !isThisMachine(url.hostname))
    faults.push('IMIS_URL: only https is used for a site that is not on this machine; write https://');
  if (url.search || url.hash) faults.push('IMIS_URL: ends in a ? or # part; give the address alone');
  if (url.username || url.password)
    faults.push('IMIS_URL: carries a password; put it in IMIS_READ_PASSWORD or IMIS_READ_PASSWORD_FILE');
  if (!values.IMIS_READ_USER) faults.push('IMIS_READ_USER: missing; name the iMIS account that reads');
  if (!values.IMIS_READ_PASSWORD) faults.push('IMIS_READ_PASSWORD: missing; set it or IMIS_READ_PASSWORD_FILE');
  if (Boolean(values.IMIS_WRITE_USER) !== Boolean(values.IMIS_WRITE_PASSWORD))
    faults.push('IMIS_WRITE_USER and IMIS_WRITE_PASSWORD: give both, or neither for a copilot that only reads');
  // iMIS takes user names without regard to case.
  if (values.IMIS_WRITE_USER && values.IMIS_WRITE_USER.toLowerCase() === values.IMIS_READ_USER?.toLowerCase())
    faults.push('IMIS_WRITE_USER: the same as IMIS_READ_USER; reading and writing use separate accounts');
  return {
    url: values.IMIS_URL.replace(/\/+$/, ''),
    read: { user: values.IMIS_READ_USER ?? '', password: new Secret(values.IMIS_READ_PASSWORD ?? '') },
    ...(values.IMIS_WRITE_USER && {
      write: { user: values.IMIS_WRITE_USER, password: new Secret(values.IMIS_WRITE_PASSWORD ?? '') },
    }),
  };
}
