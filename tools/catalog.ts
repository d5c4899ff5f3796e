/* The list of tools: one entry a tool, in the order a reader meets them. */
import { proposeContactCorrection } from './contacts/propose-contact-correction.js';
import type { Tool } from './define.js';
import { listEvents } from './events/list-events.js';
import { whatCanYouDoWith } from './help/what-can-you-do.js';
import { memberEngagement } from './members/member-engagement.js';
import { memberInvoices } from './members/member-invoices.js';
import { whatChanged } from './members/what-changed.js';
import { proposeNote } from './notes/propose-note.js';
import { checkMember } from './people/check-member.js';
import { countMembers } from './people/count-members.js';
import { findMembers } from './people/find-members.js';
import { groupMembers } from './people/group-members.js';
import { measureMembers } from './people/measure-members.js';
import { memberProfile } from './people/member-profile.js';
import { proposalStatus } from './proposals/proposal-status.js';
import { openReceiptWith } from './receipts/open-receipt.js';
import { proposeTask } from './tasks/propose-task.js';

const ofTheAssociation: readonly Tool[] = [
  findMembers,
  memberProfile,
  countMembers,
  groupMembers,
  measureMembers,
  checkMember,
  memberEngagement,
  memberInvoices,
  listEvents,
  whatChanged,
  proposeNote,
  proposeTask,
  proposeContactCorrection,
  proposalStatus,
].map((tool) => tool as unknown as Tool);

// These two tell of the others.
export const catalog: readonly Tool[] = [
  ...ofTheAssociation,
  openReceiptWith(ofTheAssociation),
  whatCanYouDoWith(ofTheAssociation),
];
