/*
 * entry   what happened, as ids: what was read, proposal, decision, change, execution, phase, standing approval, sign-in, personal token, refusal
 * link    an entry with its number and the hash of the row before it
 */
import { canonical, hashOf } from './canonical.js';

export const entryKinds = [
  'read',
  'proposal',
  'approval',
  'rejection',
  'edit',
  'execution_began',
  'change_done',
  'change_skipped',
  'change_failed',
  'change_uncertain',
  'execution_ended',
  'pilot_ended',
  'pilot_continued',
  'pilot_stopped',
  'phase_set',
  'kill_switch',
  'standing_signed',
  'standing_revoked',
  'standing_used',
  'standing_held',
  'exchange',
  'role_mapped',
  'identity_linked',
  'token_minted',
  'token_revoked',
  'sign_in',
  'sign_out',
  'refusal',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface AuditEntry {
  readonly kind: EntryKind;
  /** iMIS party id of the person, never a name. */
  readonly actorId: string;
  /** What it is about: a proposal id, a change id, a surface. */
  readonly subject: string;
  /** Ids, counts, hashes and words of our own: no names, no free text. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

export interface AuditRow extends AuditEntry {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the row before the first one would have as its hash. */
export const ORIGIN = '0'.repeat(64);

export const hashOfRow = (row: Omit<AuditRow, 'hash'>): string =>
  hashOf([row.sequence, row.at.toISOString(), row.kind, row.actorId, row.subject, row.facts, row.previousHash]);

/** The middle of what hashOfRow hashes, between the number and the hash of the row before: what the entry alone says. */
export const textOfEntry = ({ at, kind, actorId, subject, facts }: AuditEntry): string =>
  canonical([at.toISOString(), kind, actorId, subject, facts]).slice(1, -1);
