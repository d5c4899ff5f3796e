/*
 * proposal   what waits for a person: a header and one row a change, hashed
 * change     one write, with the value before and after
 * decision   approve, reject; an edit makes a new proposal
 * kind       what a change does (a note, a task): lives with its capability, is registered in main
 * hand       the writer to iMIS, lent by the executor for one change
 */
import type { Actor, Permission } from '../domain/actor.js';
import type { Day } from '../domain/day.js';
import type { Money } from '../domain/money.js';
import type { Activity } from '../imis/contracts/activity.js';
import type { Party } from '../imis/contracts/party.js';
import type { ImisWriter, PanelRow, PanelSourceName } from '../imis/port.js';
import type { Database } from '../store/database.js';

export type Risk = 'bulk' | 'external' | 'money' | 'irreversible';

export type ProposalStatus =
  | 'waiting'
  | 'approved'
  | 'rejected'
  | 'expired'
  /** Edited: another proposal stands in its place. */
  | 'superseded'
  | 'executing'
  /** The first records of a large change are done; a person looks before the rest. */
  | 'pilot_done'
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

/**
 * How far a workflow may go. read_only: proposals are prepared and looked at; assisted: a person approves each;
 * conditional: what a signed standing approval covers goes without asking. A real iMIS starts read-only, the sandbox
 * assisted.
 */
export type Phase = 'read_only' | 'assisted' | 'conditional';

/** The writing hand, as a kind of change sees it: one change's worth. */
export type ImisHand = Omit<ImisWriter, 'canWrite'>;

/** What a kind may read while it is executed. */
export interface ChangeReader {
  readonly database: Database;
  /** The live activity in iMIS with this change key, if there is one. */
  activityByChangeKey(memberId: string, changeKey: string): Promise<Activity | undefined>;
  activity(activityId: string): Promise<Activity | undefined>;
  /** The live row of a panel source with this change key, if there is one. */
  panelRowByChangeKey(source: PanelSourceName, memberId: string, changeKey: string): Promise<PanelRow | undefined>;
  panelRow(source: PanelSourceName, rowId: string): Promise<PanelRow | undefined>;
  /** The live record of a person or organisation. */
  party(memberId: string): Promise<Party | undefined>;
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
  /** Whose phases count, when not its own: taking a note back goes as far as adding one. */
  readonly workflow?: string;
  /** A rule of the copilot itself, which writes nothing to iMIS: neither phases nor the kill switch hold it back. */
  readonly isGovernance?: true;
  /**
   * What a standing approval may be signed for, in words of the jobs that do it: "nightly scores". Left out: a person
   * approves each proposal of this kind.
   */
  readonly standingPurposes?: readonly string[];
  /** Fields of `after` a person may change in an edit; left out: records may be left out, nothing else. */
  readonly editable?: readonly string[];
  /** Editable fields that are no text, from the text of a form; what it cannot read, parse refuses. */
  readonly fromForm?: Readonly<Record<string, (text: string) => unknown>>;
  /** `after` once a person has edited it: whose words they are now. */
  editedBy?(after: After, actor: Actor): After;
  /** The header's words, from the values; `about` is M-XXXXXX or a number of records. No personal details. */
  summarise?(after: After, about: string): string;
  /** Throws an ExpectedError where the values cannot be asked for on this day; for proposing and editing alike. */
  check?(after: After, on: { readonly today: Day }): void;
  /** Carried out by jobs alone: no decision of people can ever speak for raising its phase. */
  readonly isJobOnly?: true;
  /** Risks a standing approval may carry nevertheless. */
  readonly standingDespite?: readonly Risk[];
  /** What the change moves or offers. A kind with the risk money that does not say is taken for a large amount. */
  amount?(after: After): Money | undefined;
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
