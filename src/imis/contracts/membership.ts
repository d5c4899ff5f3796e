import type { Day } from '../../domain/day.js';
import type { Money } from '../../domain/money.js';
import { compositeId } from './address.js';
import { bag, identityElements } from './bag.js';
import { encodeAmount } from './money.js';
import { type DecodeContext, Fields, type Reading } from './reading.js';
import { asiType, collection, typed, updateInformation, type Wire, wireDay, wireDayOrEmpty } from './wire.js';

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

const membership = (name: string): string => asiType('Membership', name);

// Names seen in use, but for JoinDate and UpdatedOn, which are guesses.
export const encodeCsContact = (contact: CsContact): Wire =>
  bag({
    entity: 'CsContact',
    identity: [contact.id],
    parent: { entity: 'Party', id: contact.id },
    properties: {
      ID: contact.id,
      MemberType: contact.memberType,
      JoinDate: wireDay(contact.joinDate),
      PaidThrough: wireDayOrEmpty(contact.paidThrough),
      RenewedThru: wireDayOrEmpty(contact.renewedThru),
      UpdatedOn: contact.updatedOn,
    },
  });

export function decodeCsContact(wire: unknown): Reading<CsContact> {
  const fields = Fields.ofBag(wire);
  const id = fields.text('ID') ?? identityElements(wire)[0];
  return fields.reading<CsContact>(wire, id, {
    id: fields.need('ID', id),
    memberType: fields.text('MemberType'),
    joinDate: fields.day('JoinDate'),
    paidThrough: fields.day('PaidThrough'),
    renewedThru: fields.day('RenewedThru'),
    updatedOn: fields.time('UpdatedOn'),
  });
}

export const subscriptionRowType = asiType('Commerce', 'SubscriptionData');
// The letter is what lists filter by; rows have been seen with the number 0 for active.
const subscriptionStatuses: Readonly<Record<string, boolean>> = { A: true, '0': true, I: false, '1': false };

// A guess beyond PartyId, ItemId and Status: names of the Subscriptions table.
export const encodeSubscription = (subscription: Subscription): Wire =>
  typed(subscriptionRowType, {
    PartyId: subscription.partyId,
    ItemId: subscription.itemId,
    Status: subscription.isActive ? 'A' : 'I',
    PaidThrough: wireDay(subscription.paidThrough),
    BillBegin: wireDay(subscription.billBegin),
    BillThrough: wireDay(subscription.billThrough),
    BillAmount: subscription.billAmount && encodeAmount(subscription.billAmount),
    UpdateInformation: updateInformation(subscription.updatedOn),
  });

export function decodeSubscription(wire: unknown, context: DecodeContext = {}): Reading<Subscription> {
  const fields = Fields.ofObject(wire);
  const [partyId, itemId] = [fields.text('PartyId'), fields.text('ItemId')];
  return fields.reading<Subscription>(wire, partyId && itemId && compositeId([partyId, itemId]), {
    partyId: fields.need('PartyId', partyId),
    itemId: fields.need('ItemId', itemId),
    isActive: fields.need('Status', fields.code('Status', subscriptionStatuses)),
    paidThrough: fields.day('PaidThrough'),
    billBegin: fields.day('BillBegin'),
    billThrough: fields.day('BillThrough'),
    billAmount: fields.money('BillAmount', context),
    updatedOn: fields.inner('UpdateInformation').time('UpdatedOn'),
  });
}

export const userRowType = membership('UserData');

// IsDisabled is a guess; a user without it counts as enabled.
export const encodeUser = (user: User): Wire =>
  typed(userRowType, {
    UserId: user.userId,
    UserName: user.userName,
    IsDisabled: user.isDisabled,
    UpdateInformation: updateInformation(user.updatedOn),
  });

export function decodeUser(wire: unknown): Reading<User> {
  const fields = Fields.ofObject(wire);
  const userName = fields.text('UserName');
  return fields.reading<User>(wire, userName, {
    userId: fields.need('UserId', fields.text('UserId')),
    userName: fields.need('UserName', userName),
    isDisabled: fields.boolean('IsDisabled') ?? false,
    updatedOn: fields.inner('UpdateInformation').time('UpdatedOn'),
  });
}

export const groupRowType = membership('GroupSummaryData');
// A guess: that a summary carries GroupClass, and that its name says chapter, committee or special interest group.
const groupClassNames = {
  chapter: 'Chapter',
  committee: 'Committee',
  sig: 'Special Interest Group',
  other: 'Other',
} as const;

export const encodeGroup = (group: Group): Wire =>
  typed(groupRowType, {
    GroupId: group.groupId,
    Name: group.name,
    GroupClass: typed(membership('GroupClassSummaryData'), { Name: groupClassNames[group.kind] }),
  });

export function decodeGroup(wire: unknown): Reading<Group> {
  const fields = Fields.ofObject(wire);
  const groupId = fields.text('GroupId');
  return fields.reading<Group>(wire, groupId, {
    groupId: fields.need('GroupId', groupId),
    name: fields.need('Name', fields.text('Name')),
    kind: groupKind(fields.inner('GroupClass').text('Name') ?? ''),
  });
}

function groupKind(className: string): Group['kind'] {
  if (/chapter/i.test(className)) return 'chapter';
  if (/committee/i.test(className)) return 'committee';
  return /special interest|\bsig\b/i.test(className) ? 'sig' : 'other';
}

export const groupMemberRowType = membership('GroupMemberData');

// UpdateInformation on a group member is a guess.
export const encodeGroupMember = (member: GroupMember): Wire =>
  typed(groupMemberRowType, {
    GroupMemberId: member.groupMemberId,
    Group: typed(groupRowType, { GroupId: member.groupId }),
    Party: typed(membership('PartySummaryData'), { PartyId: member.partyId }),
    JoinDate: wireDay(member.beginsOn),
    IsActive: member.isActive,
    MembershipDetails: collection(membership('GroupMemberDetailDataCollection'), [
      typed(membership('GroupMemberDetailData'), {
        GroupMemberDetailId: member.groupMemberId,
        EffectiveDate: wireDay(member.beginsOn),
        ExpirationDate: wireDay(member.endsOn),
        IsActive: member.isActive,
        Role: member.role
          ? typed(membership('GroupRoleData'), { Name: member.role, Description: member.role })
          : undefined,
      }),
    ]),
    UpdateInformation: updateInformation(member.updatedOn),
  });

export function decodeGroupMember(wire: unknown): Reading<GroupMember> {
  const fields = Fields.ofObject(wire);
  const groupMemberId = fields.text('GroupMemberId');
  const details = fields.list('MembershipDetails').map((detail) => fields.within(detail, 'MembershipDetails'));
  const latest = details.reduce<Fields | undefined>(
    (newest, detail) => ((detail.day('EffectiveDate') ?? '') >= (newest?.day('EffectiveDate') ?? '') ? detail : newest),
    undefined,
  );
  return fields.reading<GroupMember>(wire, groupMemberId, {
    groupMemberId: fields.need('GroupMemberId', groupMemberId),
    groupId: fields.need('Group.GroupId', fields.inner('Group').text('GroupId')),
    partyId: fields.need('Party.PartyId', fields.inner('Party').text('PartyId')),
    role: latest?.inner('Role').text('Name'),
    beginsOn: latest?.day('EffectiveDate') ?? fields.day('JoinDate'),
    endsOn: latest?.day('ExpirationDate'),
    // A member whose details were all taken away has left the group.
    isActive: latest ? (latest.boolean('IsActive') ?? fields.boolean('IsActive') ?? true) : false,
    updatedOn: fields.inner('UpdateInformation').time('UpdatedOn'),
  });
}
