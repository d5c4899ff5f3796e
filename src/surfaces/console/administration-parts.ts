import type { Phase } from '../../approvals/port.js';
import type { Actor } from '../../domain/actor.js';
import type { AuditView } from './pages/administration/audit.js';
import type { StoreView } from './pages/administration/data.js';
import type { ModelLogView } from './pages/administration/model-log.js';
import type { OverviewView } from './pages/administration/overview.js';
import type { StaffView } from './pages/administration/staff.js';
import type { TokenOfPersonView } from './token-parts.js';

/** What the administration pages ask of the house. Every act checks the actor's right itself. */
export interface AdministrationParts {
  overview(actor: Actor): Promise<OverviewView>;
  setKillSwitch(kind: string, isOn: boolean, actor: Actor): Promise<void>;
  /** Answers the id of the proposal that waits for confirmation. */
  proposePhase(
    phase: { readonly kind: string; readonly cohort: string; readonly phase: Phase | 'unset' },
    actor: Actor,
  ): Promise<string>;
  proposeStanding(
    standing: {
      /** Kind and purpose, as `signable` of the overview names them. */
      readonly what: string;
      readonly capPerDay: number;
      readonly endsOn: string;
    },
    actor: Actor,
  ): Promise<string>;
  revokeStanding(id: string, actor: Actor): Promise<void>;
  staff(actor: Actor): Promise<StaffView>;
  mapRole(imisRole: string, role: string, actor: Actor): Promise<void>;
  /** Without a user name the link is taken away. */
  linkIdentity(
    link: { readonly issuer: string; readonly subject: string; readonly userName?: string },
    actor: Actor,
  ): Promise<void>;
  /** Everybody's tokens for AI clients. */
  tokens(actor: Actor): Promise<readonly TokenOfPersonView[]>;
  revokeToken(id: string, actor: Actor): Promise<void>;
  data(actor: Actor): Promise<StoreView>;
  /** A page of the audit, older than this number. */
  audit(actor: Actor, before: number | undefined): Promise<AuditView>;
  verifyAudit(actor: Actor): Promise<string>;
  exportAudit(actor: Actor): AsyncIterable<string>;
  modelLog(actor: Actor, before: number | undefined): Promise<ModelLogView>;
}
