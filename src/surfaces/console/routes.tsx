import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import * as z from 'zod';
import type { Turn } from '../../agent/turn.js';
import { ExpectedError } from '../../errors.js';
import { packageRoot } from '../../package-root.js';
import { ForeignRequest, isSame } from './guard.js';
import { renderPage } from './pages/layout.js';
import { ProposalCardView, ProposalList } from './pages/proposal.js';
import { ReceiptView } from './pages/receipt.js';
import { Desk, Welcome } from './pages/start.js';
import { StatusView } from './pages/status.js';
import { TurnView } from './pages/turn.js';
import type { ConsoleParts, SignedIn } from './parts.js';
import { beginSession, endSession, sessionOf } from './session.js';

export class NotSignedIn extends ExpectedError {
  readonly kind = 'not_signed_in';
  constructor() {
    super('You are not signed in.', 'Open the start page and sign in.');
  }
}

type Visit = SignedIn & { readonly csrf: string };

const AskForm = z.object({ text: z.string(), thread: z.string().max(100).optional() });
const DecideForm = z.object({
  decision: z.enum(['approve', 'reject']),
  hash: z.string().min(1),
  nonce: z.string(),
  // One ticked box arrives as a text, several as a list.
  acknowledged: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.enum(['irreversible', 'external', 'money'])),
  ),
  count: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().positive().optional()),
});
const SignInForm = z.object({ user: z.string().min(1).max(200), text: z.string().max(20_000).optional() });

const htmx = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js');

// A question may be 50 kB and more: it is the agent that answers what is too long, in words.
const LARGEST_FORM = '256kb';

/** The pages of the console. Rules are not here: every decision is made by the parts. */
export function consoleRoutes(parts: ConsoleParts): Router {
  const router = Router();
  const assets = join(packageRoot, 'src/surfaces/console/assets');
  const fresh = { maxAge: 0, etag: true };
  router.use('/assets', express.static(assets, fresh));
  router.get('/assets/htmx.js', (_request, response) => {
    response.sendFile(htmx, fresh);
  });
  router.use(express.urlencoded({ extended: false, limit: LARGEST_FORM }));

  const visitOf = async (request: Request): Promise<Visit | undefined> => {
    const session = await sessionOf(parts.database, parts.clock, request);
    if (!session) return undefined;
    try {
      return { ...(await parts.signedIn(session.memberId)), csrf: session.csrf };
    } catch (error) {
      // Whoever lost the role since signing in is a visitor again.
      if (error instanceof ExpectedError) return undefined;
      throw error;
    }
  };
  const mustVisit = async (request: Request): Promise<Visit> => {
    const visit = await visitOf(request);
    if (!visit) throw new NotSignedIn();
    if (request.method === 'POST' && !isSame(request.body?.csrf, visit.csrf))
      throw new ForeignRequest('its form is not of this session');
    return visit;
  };
  const page = (response: Response, title: string, children: VNode, visit?: Visit): void => {
    response.type('html').send(
      renderPage({
        title,
        association: parts.association,
        children,
        ...(visit && { visitor: { name: visit.name, csrf: visit.csrf } }),
      }),
    );
  };
  const isPart = (request: Request): boolean => request.headers['hx-request'] === 'true';
  const desk = async (
    response: Response,
    visit: Visit,
    { thread, text, conversation }: { thread: string; text?: string; conversation?: VNode },
  ): Promise<void> => {
    const [status, suggestions] = [await parts.status(), await parts.suggestions(visit.actor)];
    page(
      response,
      'Ask',
      <Desk status={status} csrf={visit.csrf} thread={thread} text={text ?? ''} suggestions={suggestions}>
        {conversation}
      </Desk>,
      visit,
    );
  };

  router.get('/', async (request, response) => {
    const visit = await visitOf(request);
    const { text } = request.query;
    if (visit) return desk(response, visit, { thread: randomUUID(), ...(typeof text === 'string' && { text }) });
    page(response, 'Start', <Welcome status={await parts.status()} staff={await parts.staff()} />);
  });

  router.get('/status', async (_request, response) => {
    response.type('html').send(render(<StatusView status={await parts.status()} />));
  });

  router.post('/sign-in', async (request, response) => {
    const { user, text } = SignInForm.parse(request.body);
    const { actor } = await parts.signIn(user);
    await beginSession(parts.database, parts.clock, response, actor.id);
    response.redirect(303, text ? `/?${new URLSearchParams({ text })}` : '/');
  });

  router.post('/sign-out', async (request, response) => {
    await mustVisit(request);
    await endSession(parts.database, request, response);
    response.redirect(303, '/');
  });

  const proposalCard = async (turn: Turn, visit: Visit): Promise<VNode | undefined> =>
    turn.proposal && (
      <ProposalCardView proposal={await parts.proposal(turn.proposal.id, visit.actor)} csrf={visit.csrf} />
    );

  router.post('/ask', async (request, response) => {
    const visit = await mustVisit(request);
    const { text, thread } = AskForm.parse(request.body);
    const turn = await parts.agent.ask({ text, actor: visit.actor, ...(thread && { thread }) });
    const view = <TurnView said={text} turn={turn} csrf={visit.csrf} proposal={await proposalCard(turn, visit)} />;
    if (isPart(request)) response.type('html').send(render(view));
    else await desk(response, visit, { thread: turn.thread, conversation: view });
  });

  router.get('/proposals', async (request, response) => {
    const visit = await mustVisit(request);
    const { after } = request.query;
    const list = await parts.proposals(visit.actor, typeof after === 'string' ? after : undefined);
    page(response, 'Proposals', <ProposalList {...list} />, visit);
  });

  const card = async (id: string, visit: Visit, isWhole = false): Promise<VNode> => (
    <ProposalCardView proposal={await parts.proposal(id, visit.actor)} csrf={visit.csrf} isWhole={isWhole} />
  );

  router.get('/proposals/:id', async (request, response) => {
    const visit = await mustVisit(request);
    const view = await card(request.params.id, visit, true);
    page(response, request.params.id, <div class="card">{view}</div>, visit);
  });

  router.get('/proposals/:id/card', async (request, response) => {
    const visit = await mustVisit(request);
    response.type('html').send(render(await card(request.params.id, visit)));
  });

  router.post('/proposals/:id/decide', async (request, response) => {
    const visit = await mustVisit(request);
    const { count, ...form } = DecideForm.parse(request.body);
    const { id } = request.params;
    await parts.decide({ id, ...form, ...(count !== undefined && { count }) }, visit.actor);
    if (isPart(request)) response.type('html').send(render(await card(id, visit)));
    else response.redirect(303, `/proposals/${id}`);
  });

  router.post('/proposals/:id/undo', async (request, response) => {
    const visit = await mustVisit(request);
    response.redirect(303, `/proposals/${await parts.undo(request.params.id, visit.actor)}`);
  });

  router.get('/receipts/:id', async (request, response) => {
    const visit = await mustVisit(request);
    const { receipt, definition, again } = await parts.receipt(request.params.id, visit.actor);
    page(response, receipt.id, <ReceiptView receipt={receipt} definition={definition} again={again} />, visit);
  });

  return router;
}
