import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import * as z from 'zod';
import { Audit } from '../pages/administration/audit.js';
import { Data } from '../pages/administration/data.js';
import { ModelLog } from '../pages/administration/model-log.js';
import { Overview } from '../pages/administration/overview.js';
import { Staff } from '../pages/administration/staff.js';
import { AllTokens } from '../pages/administration/tokens.js';
import type { ConsoleParts } from '../parts.js';
import type { Visits } from '../visits.js';

const SwitchForm = z.object({ kind: z.string().min(1), isOn: z.enum(['yes', 'no']) });
const PhaseForm = z.object({
  kind: z.string().min(1),
  cohort: z.string(),
  phase: z.enum(['read_only', 'assisted', 'conditional', 'unset']),
});
const StandingForm = z.object({
  what: z.string().min(1).max(200),
  capPerDay: z.coerce.number().int().positive(),
  endsOn: z.iso.date(),
});
const IdentityForm = z.object({
  issuer: z.string().trim().min(1).max(500),
  subject: z.string().trim().min(1).max(500),
  userName: z.preprocess((value) => (value === '' ? undefined : value), z.string().trim().max(200).optional()),
});
const RoleForm = z.object({ imisRole: z.string().min(1), role: z.string() });
const Before = z.object({ before: z.coerce.number().int().positive().optional() });

/** How the house is run: every act here is checked and recorded by the part it belongs to. */
export function administrationRoutes(parts: ConsoleParts, visits: Visits): Router {
  const router = Router();
  const { administration } = parts;

  router.get('/administration', async (request, response) => {
    const visit = await visits.mustAdminister(request);
    const view = await administration.overview(visit.actor);
    visits.page(response, 'Administration', <Overview view={view} csrf={visit.csrf} />, visit);
  });

  router.post('/administration/kill-switch', async (request, response) => {
    const { actor } = await visits.mustAdminister(request);
    const { kind, isOn } = SwitchForm.parse(request.body);
    await administration.setKillSwitch(kind, isOn === 'yes', actor);
    response.redirect(303, '/administration');
  });

  router.post('/administration/phase', async (request, response) => {
    const { actor } = await visits.mustAdminister(request);
    const id = await administration.proposePhase(PhaseForm.parse(request.body), actor);
    response.redirect(303, `/proposals/${id}`);
  });

  router.post('/administration/standing', async (request, response) => {
    const { actor } = await visits.mustAdminister(request);
    const id = await administration.proposeStanding(StandingForm.parse(request.body), actor);
    response.redirect(303, `/proposals/${id}`);
  });

  router.post('/administration/standing/:id/revoke', async (request, response) => {
    const { actor } = await visits.mustAdminister(request);
    await administration.revokeStanding(request.params.id, actor);
    response.redirect(303, '/administration');
  });

  router.get('/administration/staff', async (request, response) => {
    const visit = await visits.mustAdminister(request);
    const view = await administration.staff(visit.actor);
    visits.page(response, 'Staff and roles', <Staff view={view} csrf={visit.csrf} />, visit);
  });

  router.post('/administration/role', async (request, response) => {
    const { actor } = await visits.mustAdminister(request);
    const { imisRole, role } = RoleForm.parse(request.body);
    await administration.mapRole(imisRole, role, actor);
    response.redirect(303, '/administration/staff');
  });

  router.post('/administration/identity', async (request, response) => {
    const { actor } = await visits.mustAdminister(request);
    const { userName, ...identity } = IdentityForm.parse(request.body);
    await administration.linkIdentity({ ...identity, ...(userName && { userName }) }, actor);
    response.redirect(303, '/administration/staff');
  });

  router.get('/administration/tokens', async (request, response) => {
    const visit = await visits.mustAdminister(request);
    const tokens = await administration.tokens(visit.actor);
    visits.page(response, 'Tokens', <AllTokens tokens={tokens} csrf={visit.csrf} />, visit);
  });

  router.post('/administration/tokens/:id/revoke', async (request, response) => {
    const { actor } = await visits.mustAdminister(request);
    await administration.revokeToken(request.params.id, actor);
    response.redirect(303, '/administration/tokens');
  });

  router.get('/administration/data', async (request, response) => {
    const visit = await visits.mustAdminister(request);
    visits.page(response, 'Data', <Data view={await administration.data(visit.actor)} />, visit);
  });

  router.get('/administration/audit', async (request, response) => {
    const visit = await visits.mustAdminister(request);
    const { before } = Before.parse(request.query);
    const view = await administration.audit(visit.actor, before);
    visits.page(response, 'Audit', <Audit view={view} csrf={visit.csrf} />, visit);
  });

  router.post('/administration/audit/verify', async (request, response) => {
    const visit = await visits.mustAdminister(request);
    const verdict = await administration.verifyAudit(visit.actor);
    const view = { ...(await administration.audit(visit.actor, undefined)), verdict };
    visits.page(response, 'Audit', <Audit view={view} csrf={visit.csrf} />, visit);
  });

  router.get('/administration/audit/export', async (request, response) => {
    const { actor } = await visits.mustAdminister(request);
    // The first row proves the right, so that a refusal is a page and not a file with nothing in it.
    const rows = administration.exportAudit(actor)[Symbol.asyncIterator]();
    const first = await rows.next();
    response.type('application/x-ndjson').attachment('audit.jsonl');
    // Reads on only as fast as the browser takes it, and no further once the browser has gone.
    await pipeline(Readable.from(following(first, rows)), response).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  });

  router.get('/administration/model', async (request, response) => {
    const visit = await visits.mustAdminister(request);
    const { before } = Before.parse(request.query);
    visits.page(response, 'Model log', <ModelLog view={await administration.modelLog(visit.actor, before)} />, visit);
  });

  return router;
}

async function* following(first: IteratorResult<string>, rows: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    for (let row = first; !row.done; row = await rows.next()) yield row.value;
  } finally {
    await rows.return?.();
  }
}
