/*
 * proposal   what waits for a person: a header and one row a change, hashed
 * change     one write, with the value before and after
 * decision   approve, reject; an edit makes a new proposal
 * kind       what a change does (a note, a task): lives with its capability, is registered in main
 * hand       the writer to iMIS, lent by the executor for one change
 */
import type { Actor, Permission } from '../domain/actor.js';
import type { Activity } from '../imis/contracts/activity.js';
import type { Database } from '../store/database.js';

export type Risk = 'bulk' | 'external' | 'money' | 'irreversible';

export type ProposalStatus =
  | 'waiting'
  | 'approved'
  | 'rejected'
  | 'expired'
  | 'executing'
  | 'done'
  | 'partly_done'
  | 'failed';

export type ChangeState =
  | 'waiting'
  | 'writing'
  | 'done'
  | 'skipped'
  | 'failed'
  /** It cannot be told whether the write arrived: a person looks. */
  | 'uncertain';

/** A change as its capability describes it; before and after may hold names and free text and are stored in copilot.changes alone. */
export interface Draft {
  readonly memberId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly sourceUpdatedOn?: string;
  readonly reversible: boolean;
}

export interface NewProposal {
  readonly kind: string;
  readonly tool: string;
  readonly arguments: unknown;
  readonly thread: string;
  readonly actor: Actor;
  /** In words without personal details: "Add a note to member M-7F3KQ2". */
  readonly summary: string;
  readonly drafts: readonly Draft[];
  readonly excluded?: readonly { readonly memberId: string; readonly reason: string }[];
  readonly warnings?: readonly string[];
}

export interface ProposalCard {
  readonly id: string;
  readonly hash: string;
  readonly status: ProposalStatus;
  readonly risks: readonly Risk[];
  readonly count: number;
  readonly summary: string;
  readonly expiresAt: string;
}

/** All a tool holds of approvals: it may propose and look, never decide. */
export interface Proposals {
  propose(proposal: NewProposal): Promise<ProposalCard>;
}

/** How far a workflow may go: a real iMIS starts read-only, the sandbox assisted. */
export type Phase = 'read_only' | 'assisted';

/** The writing hand, as a kind of change sees it: one change's worth. */
export interface ImisHand {
  addActivity(activity: Activity): Promise<string | undefined>;
  removeActivity(activityId: string): Promise<void>;
}

/** What a kind may read while it is executed. */
export interface ChangeReader {
  readonly database: Database;
  /** The live activity in iMIS with this change key, if there is one. */
  activityByChangeKey(memberId: string, changeKey: string): Promise<Activity | undefined>;
  activity(activityId: string): Promise<Activity | undefined>;
}

export interface Change<After = unknown> {
  readonly id: string;
  readonly memberId: string;
  readonly before: unknown;
  readonly after: After;
  /** Written into the record, so that a repeated write is found. */
  readonly changeKey: string;
}

export interface ChangeKind<After = unknown> {
  readonly kind: string;
  readonly permission: Permission;
  readonly hand: 'imis' | 'mail' | 'own';
  readonly risks: readonly Risk[];
  /** Checks `after` as it comes out of the store. */
  parse(after: unknown): After;
  /** One line for the person who decides. */
  describe(change: Change<After>): string;
  /** A reference to this change's write where iMIS holds it already: a note by its change key, a value by itself. */
  find(reader: ChangeReader, change: Change<After>): Promise<string | undefined>;
  /** A reason to skip this change now, or undefined: value no longer the before, consent withdrawn. */
  recheck(reader: ChangeReader, change: Change<After>): Promise<string | undefined>;
  /** Idempotent by the change key: looks for it before writing. Answers a reference to what was written. */
  execute(hand: ImisHand, reader: ChangeReader, change: Change<After>): Promise<string>;
  /** Reads back; true when iMIS holds the after-value once. */
  verify(reader: ChangeReader, change: Change<After>, reference: string): Promise<boolean>;
  /** The opposite change, from the before-image, or undefined where it cannot be taken back. */
  undo?(change: Change<After>, reference: string): { kind: string; draft: Draft } | undefined;
  /** Which records to read again afterwards, by table of `imis`. */
  touched(change: Change<After>, reference: string): readonly { contract: 'Activity' | 'Party'; id: string }[];
}
