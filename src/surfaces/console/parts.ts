import type { Asked } from '../../agent/agent.js';
import type { Turn } from '../../agent/turn.js';
import type { Risk } from '../../approvals/port.js';
import type { Clock } from '../../clock.js';
import type { Actor } from '../../domain/actor.js';
import type { Definition } from '../../population/definition.js';
import type { Vocabulary } from '../../population/vocabulary.js';
import type { Receipt } from '../../receipts/receipt.js';
import type { Database } from '../../store/database.js';
import type { AdministrationParts } from './administration-parts.js';
import type { ProposalPageOf } from './pages/proposal-list.js';
import type { ProposalPage } from './pages/proposal-page.js';
import type { SignInBy, StaffMember } from './pages/start.js';
import type { HouseStatus } from './pages/status.js';
import type { TurnEvent } from './running-turns.js';
import type { TokenParts } from './token-parts.js';

/** A signed-in member of staff. */
export interface SignedIn {
  readonly actor: Actor;
  readonly name: string;
}

export interface Decision {
  readonly id: string;
  readonly decision: 'approve' | 'reject';
  readonly hash: string;
  readonly nonce: string;
  readonly count?: number;
  /** Risks whose box the person ticked. */
  readonly acknowledged: readonly Risk[];
  readonly reason?: string;
}

export interface ProposalEdit {
  readonly id: string;
  readonly hash: string;
  /** By change id and field. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Ids of changes. */
  readonly leaveOut: readonly string[];
}

export interface OpenedReceipt {
  readonly receipt: Receipt;
  readonly definition: readonly string[];
  /** The same number computed now, or why it cannot be. */
  readonly again: { readonly value: number } | { readonly why: string };
}

/** All the console holds: adapters to the parts that main has built. */
export interface ConsoleParts {
  readonly association: string;
  readonly host: string;
  /** Where it is reached from outside, without a slash at its end. */
  readonly publicUrl?: string;
  readonly signInBy: SignInBy;
  readonly clock: Clock;
  readonly database: Database;
  /** One turn; what is being done meanwhile is told. */
  ask(asked: Asked, tell: (event: TurnEvent) => void): Promise<Turn>;
  /** Told of defects of ours. */
  onDefect(error: unknown): void;
  status(): Promise<HouseStatus>;
  /** Whom one may sign in as; empty with a real iMIS. */
  staff(): Promise<readonly StaffMember[]>;
  /** Refuses a user who is unknown, disabled or without a role. */
  signIn(userName: string): Promise<SignedIn>;
  signedOut(actor: Actor): Promise<void>;
  /** The same by party id, at every request: a right that was lost is lost at once. */
  signedIn(memberId: string): Promise<SignedIn>;
  suggestions(actor: Actor): Promise<readonly string[]>;
  proposals(actor: Actor, after?: string): Promise<ProposalPageOf>;
  proposal(id: string, actor: Actor): Promise<ProposalPage>;
  decide(decision: Decision, actor: Actor): Promise<void>;
  /** Answers the id of the proposal that takes this one's place. */
  edit(edit: ProposalEdit, actor: Actor): Promise<string>;
  /** After the first records of a large change: the rest, or not. */
  pilot(
    click: { readonly id: string; readonly hash: string; readonly nonce: string; readonly goesOn: boolean },
    actor: Actor,
  ): Promise<void>;
  /** Answers the id of the proposal that would undo it. */
  undo(id: string, actor: Actor): Promise<string>;
  /** ISO 4217: in which amounts typed into a form are meant. */
  readonly currency: string;
  vocabulary(): Promise<Vocabulary>;
  /** A definition in English: a line for each of its conditions in their order, and one sentence the copilot reads. Throws what is wrong with it. */
  said(
    definition: Definition,
    actor: Actor,
  ): Promise<{ readonly conditions: readonly string[]; readonly sentence: string }>;
  /** A reading tool's answer or refusal in words, with names for an actor who may see them. */
  call(tool: string, input: unknown, actor: Actor): Promise<string>;
  readonly tokens: TokenParts;
  readonly administration: AdministrationParts;
  receipt(id: string, actor: Actor): Promise<OpenedReceipt>;
}
