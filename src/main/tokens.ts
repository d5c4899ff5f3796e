/* The console's view of personal tokens: words for what they allow and how they stand. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { actorById } from '../access/actors.js';
import { allTokens, isLiving, type PersonalToken, tokensOf } from '../access/personal-token-lists.js';
import { mintToken, revokeToken } from '../access/personal-tokens.js';
import { type ScopeName, scopeNames, withinScopes } from '../access/token-scopes.js';
import { sayInstant } from '../domain/instant.js';
import type { House } from '../main.js';
import { packageRoot } from '../package-root.js';
import { variables } from '../settings/variables.js';
import type { Settings } from '../settings.js';
import type { AdministrationParts } from '../surfaces/console/administration-parts.js';
import type { ClientCommand, TokenParts, TokenView } from '../surfaces/console/token-parts.js';
import { takesPersonalTokens } from './token-issuers.js';

type Parts = Pick<House, 'clock' | 'database' | 'settings'>;

export function tokenParts({ clock, database, settings, site }: Parts & Pick<House, 'site'>): TokenParts {
  const view = viewOf({ clock, database, settings });
  return {
    own: async (actor) => ({
      tokens: (await tokensOf(database, actor)).map(view),
      givesNothing: withinScopes(actor, scopeNames).permissions.size === 0,
    }),
    async mint({ name, mayPropose, days }, actor) {
      const scopes: ScopeName[] = ['copilot.read', ...(mayPropose ? (['copilot.propose'] as const) : [])];
      const { token, expiresAt } = await mintToken(database, actor, { name, scopes, days }, clock);
      return { name: name.trim(), token, expires: sayInstant(expiresAt, settings.association.timeZone) };
    },
    // Whoever administers ends others' tokens on the page of administration, where each is shown with its person.
    revoke: (id, actor) => revokeToken(database, withinScopes(actor, scopeNames), id, clock),
    command: commandHere(settings),
    isGoodOverHttp: takesPersonalTokens({ settings, site }),
  };
}

export function tokenAdministration(parts: Parts): Pick<AdministrationParts, 'tokens' | 'revokeToken'> {
  const { clock, database } = parts;
  const view = viewOf(parts);
  return {
    async tokens(actor) {
      const all = await allTokens(database, await actorById(database, actor.id, actor.surface));
      return all.map((token) => ({ ...view(token), person: token.person }));
    },
    revokeToken: async (id, actor) =>
      revokeToken(database, await actorById(database, actor.id, actor.surface), id, clock),
  };
}

const viewOf = ({ clock, settings }: Parts) => {
  const time = (instant: Date): string => sayInstant(instant, settings.association.timeZone);
  return (token: PersonalToken): TokenView => ({
    id: token.id,
    name: token.name,
    allows: token.scopes.map((scope) => scopeWords[scope]).join(' and '),
    made: time(token.createdAt),
    lastUsed: token.lastUsedAt ? time(token.lastUsedAt) : 'never',
    expires: time(token.expiresAt),
    state: isLiving(token, clock.now()) ? 'living' : token.revokedAt ? 'revoked' : 'expired',
  });
};

const scopeWords: Readonly<Record<ScopeName, string>> = { 'copilot.read': 'reading', 'copilot.propose': 'proposing' };

/** The program that runs now, as a client would start it: by full paths, for clients know no folder and often no PATH. */
function commandHere({ dataDir, sandbox }: Pick<Settings, 'dataDir' | 'sandbox'>): ClientCommand {
  const isSource = import.meta.url.endsWith('.ts');
  const program = isSource
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href, fileOf('src/commands/cli.ts')]
    : [fileOf('dist/src/commands/cli.js')];
  return {
    command: process.execPath,
    arguments: [...program, 'mcp'],
    // What else is set stands in the file .env beside package.json, which the program reads by itself.
    environment: {
      ...(dataDir !== fileOf(variables.DATA_DIR.fallback) && { DATA_DIR: dataDir }),
      ...(String(sandbox.port) !== variables.SANDBOX_PORT.fallback && { SANDBOX_PORT: String(sandbox.port) }),
    },
  };
}

const fileOf = (path: string): string => join(packageRoot, path);
