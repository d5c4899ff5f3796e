import { Router } from 'express';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import * as z from 'zod';
import { ProposalCardView } from '../pages/proposal.js';
import { ProposalList } from '../pages/proposal-list.js';
import type { ConsoleParts } from '../parts.js';
import { isPart, type Visit, type Visits } from '../visits.js';

const DecideForm = z.object({
  decision: z.enum(['approve', 'reject']),
  hash: z.string().min(1),
  nonce: z.string(),
  reason: z.string().trim().max(500).optional(),
  // One ticked box arrives as a text, several as a list.
  acknowledged: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.enum(['irreversible', 'external', 'money'])),
  ),
  count: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().positive().optional()),
});

const PilotForm = z.object({ hash: z.string().min(1), nonce: z.string(), goesOn: z.enum(['yes', 'no']) });
const EditForm = z.looseObject({
  hash: z.string().min(1),
  leaveOut: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string())),
});

/** Fields named `value.CHANGE.FIELD`, by change and field. */
function valuesIn(form: Readonly<Record<string, unknown>>): Record<string, Record<string, string>> {
  const values: Record<string, Record<string, string>> = {};
  for (const [name, value] of Object.entries(form)) {
    const [, change, field] = /^value\.([^.]+)\.([A-Za-z]+)$/.exec(name) ?? [];
    if (change && field && typeof value === 'string') values[change] = { ...values[change], [field]: value };
  }
  return values;
}

/** What waits, what was done, and deciding it. */
export function proposalRoutes(parts: ConsoleParts, visits: Visits): Router {
  const router = Router();

  const card = async (id: string, visit: Visit, isWhole = false): Promise<VNode> => (
    <ProposalCardView proposal={await parts.proposal(id, visit.actor)} csrf={visit.csrf} isWhole={isWhole} />
  );

  router.get('/proposals', async (request, response) => {
    const visit = await visits.must(request);
    const { after } = request.query;
    const list = await parts.proposals(visit.actor, typeof after === 'string' ? after : undefined);
    visits.page(response, 'Proposals', <ProposalList {...list} />, visit);
  });

  router.get('/proposals/:id', async (request, response) => {
    const visit = await visits.must(request);
    const { id } = request.params;
    const view = await card(id, visit, true);
    visits.page(
      response,
      id,
      <>
        <h1>Proposal {id}</h1>
        <div class="card">{view}</div>
      </>,
      visit,
    );
  });

  router.get('/proposals/:id/card', async (request, response) => {
    const visit = await visits.must(request);
    response.type('html').send(render(await card(request.params.id, visit)));
  });

  router.post('/proposals/:id/decide', async (request, response) => {
    const visit = await visits.must(request);
    const { count, reason, ...form } = DecideForm.parse(request.body);
    const { id } = request.params;
    await parts.decide({ id, ...form, ...(count !== undefined && { count }), ...(reason && { reason }) }, visit.actor);
    if (isPart(request)) response.type('html').send(render(await card(id, visit)));
    else response.redirect(303, `/proposals/${id}`);
  });

  router.post('/proposals/:id/edit', async (request, response) => {
    const visit = await visits.must(request);
    const { hash, leaveOut, ...form } = EditForm.parse(request.body);
    const left = new Set(leaveOut);
    const values = Object.fromEntries(Object.entries(valuesIn(form)).filter(([change]) => !left.has(change)));
    const id = await parts.edit({ id: request.params.id, hash, values, leaveOut }, visit.actor);
    response.redirect(303, `/proposals/${id}`);
  });

  router.post('/proposals/:id/pilot', async (request, response) => {
    const visit = await visits.must(request);
    const { hash, nonce, goesOn } = PilotForm.parse(request.body);
    await parts.pilot({ id: request.params.id, hash, nonce, goesOn: goesOn === 'yes' }, visit.actor);
    response.redirect(303, `/proposals/${request.params.id}`);
  });

  router.post('/proposals/:id/undo', async (request, response) => {
    const visit = await visits.must(request);
    response.redirect(303, `/proposals/${await parts.undo(request.params.id, visit.actor)}`);
  });

  return router;
}
