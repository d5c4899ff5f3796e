import type { Source } from '../source.js';
import { activitySource } from './activities.js';
import { assignmentSource } from './assignments.js';
import { attendanceSource } from './attendance.js';
import { consentSource } from './consents.js';
import { contactSource } from './contacts.js';
import { eventSource } from './events.js';
import { groupMemberSource } from './group-members.js';
import { groupSource } from './groups.js';
import { invoiceLineSource } from './invoice-lines.js';
import { invoiceSource } from './invoices.js';
import { loginSource } from './logins.js';
import { messageSource } from './messages.js';
import { organizationSource } from './organizations.js';
import { partySource } from './parties.js';
import { paymentSource } from './payments.js';
import { registrationSource } from './registrations.js';
import { subscriptionSource } from './subscriptions.js';
import { tierPriceSource } from './tier-prices.js';
import { tierSource } from './tiers.js';
import { userSource } from './users.js';

/** In the order of asking: what others wait for comes first. */
export const sources: readonly Source[] = [
  tierSource,
  groupSource,
  eventSource,
  tierPriceSource,
  assignmentSource,
  partySource,
  contactSource,
  invoiceSource,
  invoiceLineSource,
  paymentSource,
  groupMemberSource,
  registrationSource,
  userSource,
  organizationSource,
  subscriptionSource,
  consentSource,
  attendanceSource,
  activitySource,
  loginSource,
  messageSource,
];
