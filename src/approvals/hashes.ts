import { hashOf } from '../audit/canonical.js';
import type { Money } from '../domain/money.js';

/** What a header says: all of it is bound by the hash. */
export interface HashedHeader {
  readonly id: string;
  readonly kind: string;
  readonly tool: string;
  readonly arguments: unknown;
  readonly thread: string;
  readonly actorId: string;
  readonly surface: string;
  readonly summary: string;
  readonly risks: readonly string[];
  readonly count: number;
  readonly excluded: unknown;
  readonly warnings: readonly string[];
  /** What the changes move in all, one amount a currency. */
  readonly money: readonly Money[];
  /** The proposal this one is an edit of. */
  readonly supersedes: string | null;
  readonly undoes: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface HashedRow {
  readonly ordinal: number;
  readonly changeKey: string;
  readonly memberId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly sourceUpdatedOn: string | null;
  readonly reversible: boolean;
}

// Named field by field: what is not listed is not bound, and a column read beside them must not change the hash.
export const headerHash = (header: HashedHeader): string =>
  hashOf({
    id: header.id,
    kind: header.kind,
    tool: header.tool,
    arguments: header.arguments,
    thread: header.thread,
    actorId: header.actorId,
    surface: header.surface,
    summary: header.summary,
    risks: header.risks,
    count: header.count,
    excluded: header.excluded,
    warnings: header.warnings,
    // Left out where there is none: headers from before these existed keep their hash.
    money: header.money.length > 0 ? header.money : undefined,
    supersedes: header.supersedes ?? undefined,
    undoes: header.undoes,
    createdAt: header.createdAt,
    expiresAt: header.expiresAt,
  });

export const rowHash = (row: HashedRow): string =>
  hashOf({
    ordinal: row.ordinal,
    changeKey: row.changeKey,
    memberId: row.memberId,
    before: row.before,
    after: row.after,
    sourceUpdatedOn: row.sourceUpdatedOn,
    reversible: row.reversible,
  });

/** What a person approves: 64 hexadecimal digits over header and changes, in order. */
export const proposalHash = (header: HashedHeader, rows: readonly HashedRow[]): string =>
  hashOf([headerHash(header), ...rows.map(rowHash)]);
