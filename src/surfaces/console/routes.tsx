import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import express, { Router } from 'express';
import { render } from 'preact-render-to-string';
import * as z from 'zod';
import { packageRoot } from '../../package-root.js';
import { showDesk } from './desk.js';
import { Welcome } from './pages/start.js';
import { StatusView } from './pages/status.js';
import type { ConsoleParts } from './parts.js';
import { administrationRoutes } from './routes/administration.js';
import { builderRoutes } from './routes/builder.js';
import { conversationRoutes } from './routes/conversation.js';
import { proposalRoutes } from './routes/proposals.js';
import { tokenRoutes } from './routes/tokens.js';
import { beginSession, endSession, endSessionsOf } from './session.js';
import { visitsOf } from './visits.js';

const SignInForm = z.object({ user: z.string().min(1).max(200), text: z.string().optional() });

const htmx = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js');

// A question may be 50 kB and more: it is the agent that answers what is too long, in words.
const LARGEST_FORM = '256kb';

/** The pages of the console. Rules are not here: every decision is made by the parts. */
export function consoleRoutes(parts: ConsoleParts): Router {
  const router = Router();
  const visits = visitsOf(parts);
  const assets = join(packageRoot, 'src/surfaces/console/assets');
  const fresh = { maxAge: 0, etag: true };
  router.use('/assets', express.static(assets, fresh));
  router.get('/assets/htmx.js', (_request, response) => {
    response.sendFile(htmx, fresh);
  });
  router.use(express.urlencoded({ extended: false, limit: LARGEST_FORM }));

  router.use(conversationRoutes(parts, visits));
  router.use(proposalRoutes(parts, visits));
  router.use(builderRoutes(parts, visits));
  router.use(tokenRoutes(parts, visits));
  router.use(administrationRoutes(parts, visits));

  router.get('/', async (_request, response) => {
    visits.page(
      response,
      'Start',
      <Welcome status={await parts.status()} staff={await parts.staff()} signInBy={parts.signInBy} />,
    );
  });

  router.get('/status', async (_request, response) => {
    response.type('html').send(render(<StatusView status={await parts.status()} />));
  });

  router.post('/sign-in', async (request, response) => {
    const { user, text } = SignInForm.parse(request.body);
    const signedIn = await parts.signIn(user);
    const { csrf } = await beginSession(parts.database, parts.clock, response, signedIn.actor.id);
    // A question may name people: it goes into the box by this answer, never into an address that logs and histories keep.
    if (text) await showDesk(parts, visits, response, { ...signedIn, csrf }, { thread: randomUUID(), text });
    else response.redirect(303, '/');
  });

  // Where that page stands, for whoever calls it up again.
  router.get('/sign-in', (_request, response) => {
    response.redirect(303, '/');
  });

  router.post('/sign-out', async (request, response) => {
    const { actor } = await visits.must(request);
    await endSession(parts.database, request, response);
    await parts.signedOut(actor);
    response.redirect(303, '/');
  });

  router.post('/sign-out-everywhere', async (request, response) => {
    const { actor } = await visits.must(request);
    await endSessionsOf(parts.database, actor.id);
    await endSession(parts.database, request, response);
    await parts.signedOut(actor);
    response.redirect(303, '/');
  });

  return router;
}
