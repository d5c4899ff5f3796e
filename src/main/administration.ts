/* The administration pages' view of the house: names for those who may see them, words for states and facts. */
import { actorById, usersOf } from '../access/actors.js';
import { linkedIdentities, linkIdentity, OPERATOR } from '../access/identity-links.js';
import { requirePermission } from '../access/require.js';
import { mappedRoles, mapRole } from '../access/role-mapping.js';
import { auditPage } from '../approvals/audit-page.js';
import { type Cohort, cohortsToChoose } from '../approvals/cohort.js';
import { EVERYTHING, killSwitches, setKillSwitch } from '../approvals/kill-switch.js';
import { criterionWords } from '../approvals/phase-facts.js';
import { phaseWords } from '../approvals/phases.js';
import { type PhaseRow, phases, proposePhase } from '../approvals/propose-phase.js';
import { proposeStanding, revokeStanding, signable, standingApprovals } from '../approvals/standing-approvals.js';
import { exportAudit } from '../audit/rows.js';
import { verdictWords } from '../audit/verdict-words.js';
import { verify } from '../audit/verify.js';
import { roles } from '../domain/actor.js';
import { day } from '../domain/day.js';
import { sayInstant } from '../domain/instant.js';
import type { House } from '../main.js';
import { generationsPage } from '../privacy/generations-page.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import { reveal } from '../privacy/reveal.js';
import type { AdministrationParts } from '../surfaces/console/administration-parts.js';
import { waitingTasks } from '../work/waiting.js';
import { kindWords } from './kind-words.js';
import { storeView } from './store-view.js';
import { tokenAdministration } from './tokens.js';

const NOTHING = '';

export function administrationParts(house: House): AdministrationParts {
  const { approvals, clock, database, settings } = house;
  const time = (instant: string): string => sayInstant(instant, settings.association.timeZone);
  const since = (one: { readonly setBy?: string; readonly setAt?: string }): string | undefined =>
    one.setAt && `${time(one.setAt)}, by ${one.setBy ?? ''}`;

  return {
    async overview(actor) {
      const [switches, rows, standing] = await Promise.all([
        killSwitches(approvals, actor).then((all) => reveal(database, [...all], actor)),
        phases(approvals, actor).then((all) => reveal(database, [...all], actor)),
        standingApprovals(approvals, actor).then((all) => reveal(database, [...all], actor)),
      ]);
      return {
        switches: switches.map((one) => ({
          kind: one.kind,
          label: one.kind === EVERYTHING ? 'Everything' : kindWords(one.kind),
          isOn: one.isOn,
          ...(since(one) && { since: since(one) as string }),
        })),
        workflows: workflowsOf(rows, since),
        cohorts: (await cohortsToChoose(database)).map(({ cohort, words }) => ({
          value: codeOf(cohort),
          label: words,
        })),
        standing: standing.map(({ id, kind, purpose, capPerDay, usedToday, endsOn, signedBy, state }) => ({
          id,
          label: kindWords(kind),
          purpose,
          capPerDay,
          usedToday,
          endsOn,
          signedBy,
          state,
          mayRevoke: state === 'good' || state === 'stopped',
        })),
        signable: signable(approvals.kinds).flatMap(({ kind, purposes }) =>
          purposes.map((purpose) => ({ value: `${kind}|${purpose}`, label: `${kindWords(kind)}: ${purpose}` })),
        ),
        queue: (await waitingTasks(database)).map(({ task, due, running, later, failed, oldest, reasons }) => ({
          task,
          waiting: due + running + later,
          failed,
          ...(oldest && { oldest: time(oldest) }),
          ...(reasons[0] && { reason: reasons[0].kind.replaceAll('_', ' ') }),
        })),
      };
    },
    setKillSwitch: (kind, isOn, actor) => setKillSwitch(approvals, { kind, isOn, actor }),
    proposePhase: async ({ kind, cohort, phase }, actor) =>
      (await proposePhase(approvals, { kind, cohort: cohortOfCode(cohort), phase, actor })).id,
    async proposeStanding({ what, capPerDay, endsOn }, actor) {
      const [kind = '', purpose = ''] = what.split('|');
      return (await proposeStanding(approvals, { kind, purpose, capPerDay, endsOn: day(endsOn), actor })).id;
    },
    revokeStanding: (id, actor) => revokeStanding(approvals, { id, actor }),
    async staff(actor) {
      requirePermission(await actorById(database, actor.id, actor.surface), 'settings.manage');
      return {
        staff: (await usersOf(database)).map((user) => ({
          name: user.fullName,
          userName: user.userName,
          roles: user.roles.join(', ').replaceAll('_', ' ') || 'none here',
          scope: user.chapters.join(', ') || (user.roles.length > 0 ? 'everybody' : 'nobody'),
          ...(user.isDisabled && { note: 'disabled in iMIS' }),
        })),
        roles: (await mappedRoles(database)).map(({ imisRole, role, users }) => ({
          imisRole,
          role: role ?? NOTHING,
          users,
        })),
        identities: await linkedIdentities(database),
        issuer: settings.oidc?.issuer ?? NOTHING,
        ours: [
          { value: NOTHING, label: 'nothing' },
          ...roles.map((role) => ({ value: role, label: role.replaceAll('_', ' ') })),
        ],
      };
    },
    mapRole: async (imisRole, role, actor) =>
      mapRole(
        database,
        {
          imisRole,
          role: role === NOTHING ? null : role,
          actor: await actorById(database, actor.id, actor.surface),
        },
        clock,
      ),
    linkIdentity: async (link, actor) =>
      linkIdentity(database, { ...link, actor: await actorById(database, actor.id, actor.surface) }, clock),
    ...tokenAdministration(house),
    async data(actor) {
      const { permissions } = await actorById(database, actor.id, actor.surface);
      if (!permissions.has('settings.manage')) requirePermission({ ...actor, permissions }, 'audit.read');
      return await storeView(house, time);
    },
    async audit(actor, before) {
      const page = await auditPage(approvals, actor, before === undefined ? {} : { before });
      const rows = await reveal(database, [...page.rows], actor);
      return {
        rows: rows.map((row) => ({
          sequence: row.sequence,
          at: time(row.at),
          kind: row.kind,
          by: row.actorId === OPERATOR ? 'whoever runs the server' : row.actor,
          subject: row.subject,
          facts: Object.entries(row.facts)
            .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
            .join(', '),
        })),
        ...(page.older !== undefined && { older: page.older }),
      };
    },
    async verifyAudit(actor) {
      requirePermission(await actorById(database, actor.id, actor.surface), 'audit.read');
      return verdictWords(await verify(database));
    },
    async *exportAudit(actor) {
      requirePermission(await actorById(database, actor.id, actor.surface), 'audit.read');
      yield* exportAudit(database);
    },
    async modelLog(actor, before) {
      const page = await generationsPage(database, actor, before === undefined ? {} : { before });
      const askers = await pseudonymsFor(database, [...new Set(page.generations.map(({ actorId }) => actorId))]);
      const rows = await reveal(
        database,
        page.generations.map((one) => ({ ...one, at: one.at.toISOString(), by: askers.get(one.actorId) ?? '' })),
        actor,
      );
      return {
        rows: rows.map((one) => ({
          at: time(one.at),
          by: one.by,
          model: [one.model, one.modelVersion].filter(Boolean).join(' '),
          prompt: one.prompt ? `${one.prompt.id} ${one.prompt.version}` : '',
          tokens: one.inputTokens === undefined ? '' : `${one.inputTokens} in, ${one.outputTokens ?? 0} out`,
          millis: `${one.milliseconds} ms`,
          outcome: [one.outcome, one.failure].filter(Boolean).join(': ').replaceAll('_', ' '),
          records: one.records.join(', '),
        })),
        ...(page.older !== undefined && { older: page.older }),
      };
    },
  };
}

function workflowsOf(
  rows: readonly PhaseRow[],
  since: (one: PhaseRow) => string | undefined,
): Awaited<ReturnType<AdministrationParts['overview']>>['workflows'] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    return {
      kind,
      label: kindWords(kind),
      phases: ofKind.map((row) => ({
        cohort: row.cohortWords,
        phase: phaseWords(row.phase),
        ...(since(row) && { since: since(row) as string }),
      })),
      criteria: ofKind.flatMap(({ cohortWords, next }) =>
        (next?.criteria ?? []).map(
          (criterion) =>
            `${criterion.isMet ? 'Met' : 'Not met'}, for ${phaseWords(next?.phase ?? 'assisted')} (${cohortWords}): ${criterionWords(criterion)}`,
        ),
      ),
    };
  });
}

const codeOf = (cohort: Cohort): string =>
  cohort.kind === 'everybody'
    ? 'everybody'
    : cohort.kind === 'tier'
      ? `tier:${cohort.tierCode}`
      : `chapter:${cohort.groupId}`;

function cohortOfCode(code: string): Cohort {
  const at = code.indexOf(':');
  const rest = code.slice(at + 1);
  if (code.startsWith('tier:')) return { kind: 'tier', tierCode: rest };
  return code.startsWith('chapter:') ? { kind: 'chapter', groupId: rest } : { kind: 'everybody' };
}
