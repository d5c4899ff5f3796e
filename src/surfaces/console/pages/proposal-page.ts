/** A proposal in the words of the person who decides; names are in it only for those who may see them. */
export interface ProposalPage {
  readonly id: string;
  readonly hash: string;
  readonly nonce: string;
  readonly status: string;
  readonly summary: string;
  readonly risks: readonly string[];
  readonly askedBy: string;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly warnings: readonly string[];
  readonly excluded: readonly { readonly who: string; readonly reason: string }[];
  readonly changes: readonly {
    readonly id: string;
    readonly who: string;
    readonly describe: string;
    readonly before: string;
    readonly after: string;
    readonly state: string;
    readonly reason?: string;
    /** What may be edited, as it is now. */
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly decisions: readonly {
    readonly decision: string;
    readonly by: string;
    readonly at: string;
    readonly reason?: string;
  }[];
  /** "120.00 USD", one for each currency. */
  readonly money: readonly string[];
  /** How far changes of this kind may go, and for whom; empty where nothing is to be decided. */
  readonly phase: string;
  readonly supersedes?: string;
  readonly supersededBy?: string;
  readonly pilotExpiresAt?: string;
  /** Why this person may not approve, where they may not. */
  readonly whyNot?: string;
  readonly mayDecide: boolean;
  readonly mayEdit: boolean;
  readonly mayContinue: boolean;
  readonly mayEnd: boolean;
  readonly mayUndo: boolean;
}
