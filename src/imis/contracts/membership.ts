import type { Day } from '../../domain/day.js';
import type { Money } from '../../domain/money.js';

/** CsContact, a property bag: today's membership of one party. */
export interface CsContact {
  readonly id: string;
  /** Customer type: the tier's code, or a type that is no membership (NM, STAFF). */
  readonly memberType?: string;
  readonly joinDate?: Day;
  /** Absent for someone who never paid (0001-01-01 on the wire). */
  readonly paidThrough?: Day;
  readonly renewedThru?: Day;
  readonly updatedOn?: string;
}

/** A dues line of a party (GET /api/Subscription); fields beyond ItemId and Status are a guess of reference section 6.7. */
export interface Subscription {
  readonly partyId: string;
  readonly itemId: string;
  readonly isActive: boolean;
  readonly paidThrough?: Day;
  readonly billBegin?: Day;
  readonly billThrough?: Day;
  readonly billAmount?: Money;
  readonly updatedOn?: string;
}

export interface User {
  /** Party id. */
  readonly userId: string;
  readonly userName: string;
  readonly isDisabled: boolean;
  readonly updatedOn?: string;
}

export interface Group {
  readonly groupId: string;
  readonly name: string;
  readonly kind: 'chapter' | 'committee' | 'sig' | 'other';
}

/** One party in one group; only the latest of MembershipDetails counts. */
export interface GroupMember {
  readonly groupMemberId: string;
  readonly groupId: string;
  readonly partyId: string;
  readonly role?: string;
  readonly beginsOn?: Day;
  readonly endsOn?: Day;
  readonly isActive: boolean;
  readonly updatedOn?: string;
}
