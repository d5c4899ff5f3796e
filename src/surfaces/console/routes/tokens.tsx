import { type Request, Router } from 'express';
import * as z from 'zod';
import { httpSettings, stdioSettings } from '../client-settings.js';
import { MintedToken } from '../pages/minted-token.js';
import { Tokens } from '../pages/tokens.js';
import type { ConsoleParts } from '../parts.js';
import { shownOnce } from '../shown-once.js';
import type { MintedView } from '../token-parts.js';
import type { Visits } from '../visits.js';

const MintForm = z.object({
  name: z.string(),
  days: z.coerce.number(),
  propose: z.literal('yes').optional(),
});

const TITLE = 'AI clients';
const WAS_SHOWN = 'A token is shown once, and this one was. If you did not copy it, revoke it here and make another.';

/** Tokens for AI clients: making one, seeing it once, ending it. */
export function tokenRoutes(parts: ConsoleParts, visits: Visits): Router {
  const router = Router();
  const { tokens } = parts;
  const waiting = shownOnce<MintedView>();

  router.get('/tokens', async (request, response) => {
    const visit = await visits.must(request);
    visits.page(response, TITLE, <Tokens view={await tokens.own(visit.actor)} csrf={visit.csrf} />, visit);
  });

  // The page that shows it has an address of its own: a reload finds it taken and mints nothing.
  router.post('/tokens', async (request, response) => {
    const { actor } = await visits.must(request);
    const { name, days, propose } = MintForm.parse(request.body);
    const minted = await tokens.mint({ name, days, mayPropose: propose === 'yes' }, actor);
    response.redirect(303, `/tokens/made/${waiting.keep(actor.id, minted)}`);
  });

  router.get('/tokens/made/:key', async (request, response) => {
    const visit = await visits.must(request);
    const minted = waiting.take(request.params.key, visit.actor.id);
    if (!minted) {
      const view = await tokens.own(visit.actor);
      visits.page(response, TITLE, <Tokens view={view} csrf={visit.csrf} note={WAS_SHOWN} />, visit);
      return;
    }
    const address = parts.publicUrl ?? addressOf(request);
    const stdio = stdioSettings(tokens.command, address, minted.token);
    const http = tokens.isGoodOverHttp ? { http: httpSettings(address, minted.token) } : {};
    visits.page(response, TITLE, <MintedToken minted={minted} stdio={stdio} {...http} />, visit);
  });

  router.post('/tokens/:id/revoke', async (request, response) => {
    const { actor } = await visits.must(request);
    await tokens.revoke(request.params.id, actor);
    response.redirect(303, '/tokens');
  });

  return router;
}

/** As this browser reaches the console; the guard has let no foreign name through. */
const addressOf = (request: Request): string => `${request.protocol}://${request.headers.host}`;
