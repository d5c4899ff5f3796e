/* The console's view of the house: rights at every request, names for those who may see them, words for what happened. */

import { actorById, actorFor, staffOf } from '../access/actors.js';
import type { Progress } from '../agent/progress.js';
import { append } from '../audit/append.js';
import type { Actor } from '../domain/actor.js';
import type { House } from '../main.js';
import type { ConsoleParts, SignedIn } from '../surfaces/console/parts.js';
import type { TurnEvent } from '../surfaces/console/running-turns.js';
import type { OidcParts } from '../surfaces/identity/oidc.js';
import { administrationParts } from './administration.js';
import { builderParts } from './builder.js';
import { proposalParts } from './proposals.js';
import { openReceipt } from './receipt.js';
import { SignInClosed } from './refusals.js';
import { houseStatus } from './status.js';
import { suggestionsFor } from './suggestions.js';
import { tokenParts } from './tokens.js';

const SURFACE = 'console';

export function consoleParts(house: House): ConsoleParts {
  const { clock, database, settings, site } = house;
  const nameOf = async (actor: Actor): Promise<string> => {
    const found = await database.query<{ full_name: string }>(
      'select full_name from imis.identity where member_id = $1',
      [actor.id],
    );
    return found.rows[0]?.full_name ?? actor.userName;
  };

  return {
    association: settings.association.name,
    host: settings.http.host,
    ...(settings.publicUrl && { publicUrl: settings.publicUrl }),
    signInBy: site.isSandbox ? 'choosing' : settings.oidc ? 'provider' : 'nothing',
    clock,
    database,
    ...builderParts(house),
    tokens: tokenParts(house),
    administration: administrationParts(house),
    ask: (asked, tell) => house.agent.ask({ ...asked, onProgress: (progress) => tell(eventOf(progress)) }),
    onDefect: (error) => house.log.error({ part: 'console', error }, 'a turn could not be shown'),
    status: () => houseStatus(house),
    async staff() {
      if (!site.isSandbox) return [];
      return (await staffOf(database)).map(({ userName, fullName, roles, chapters }) => ({
        userName,
        name: fullName,
        roles: [...roles.map((role) => role.replaceAll('_', ' ')), ...chapters].join(', '),
      }));
    },
    async signIn(userName): Promise<SignedIn> {
      if (!site.isSandbox) throw new SignInClosed();
      const actor = await actorFor(database, userName, SURFACE);
      await database.withTransaction((transaction) =>
        append(transaction, {
          kind: 'sign_in',
          actorId: actor.id,
          subject: actor.id,
          facts: { surface: SURFACE },
          at: clock.now(),
        }),
      );
      return { actor, name: await nameOf(actor) };
    },
    signedOut: async (actor) => {
      await database.withTransaction((transaction) =>
        append(transaction, {
          kind: 'sign_out',
          actorId: actor.id,
          subject: actor.id,
          facts: { surface: SURFACE },
          at: clock.now(),
        }),
      );
    },
    async signedIn(memberId): Promise<SignedIn> {
      if (!site.isSandbox && !settings.oidc) throw new SignInClosed();
      const actor = await actorById(database, memberId, SURFACE);
      return { actor, name: await nameOf(actor) };
    },
    suggestions: (actor) => suggestionsFor(database, actor),
    ...proposalParts(house),
    receipt: (id, actor) => openReceipt(house, id, actor),
  };
}

/** Undefined where no provider is set. */
export function oidcParts({ settings, database, clock }: House): OidcParts | undefined {
  const { oidc, publicUrl, association } = settings;
  return oidc && publicUrl ? { settings: oidc, publicUrl, association: association.name, database, clock } : undefined;
}

const eventOf = (progress: Progress): TurnEvent => {
  switch (progress.kind) {
    case 'thinking':
      return { kind: 'doing', text: 'Thinking' };
    case 'tool':
      return { kind: 'doing', text: progress.title };
    case 'text':
      return { kind: 'text', text: progress.text };
  }
};
