/* What a sentence comes to that goes on from the last answer. */
export interface GoingOn {
  /** The sentence in full. */
  readonly text?: string;
  readonly call?: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> };
  /** Asked in the same breath. */
  readonly also?: readonly NonNullable<GoingOn['call']>[];
  readonly notes: readonly string[];
}
