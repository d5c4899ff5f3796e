import type { Source } from '../source.js';
import { activitySource } from './activities.js';
import { assignmentSource } from './assignments.js';
import { attendanceSource } from './attendance.js';
import { caseSource } from './cases.js';
import { certificationSource } from './certifications.js';
import { consentSource } from './consents.js';
import { contactSource } from './contacts.js';
import { creditSource } from './credits.js';
import { donationSource } from './donations.js';
import { downloadSource } from './downloads.js';
import { emailSource } from './emails.js';
import { eventSource } from './events.js';
import { groupMemberSource } from './group-members.js';
import { groupSource } from './groups.js';
import { invoiceLineSource } from './invoice-lines.js';
import { invoiceSource } from './invoices.js';
import { loginSource } from './logins.js';
import { messageSource } from './messages.js';
import { organizationSource } from './organizations.js';
import { pageViewSource } from './page-views.js';
import { partySource } from './parties.js';
import { paymentPlanSource } from './payment-plans.js';
import { paymentSource } from './payments.js';
import { postSource } from './posts.js';
import { purchaseSource } from './purchases.js';
import { registrationSource } from './registrations.js';
import { renewalSettingSource } from './renewal-settings.js';
import { sponsorshipSource } from './sponsorships.js';
import { subscriptionSource } from './subscriptions.js';
import { surveyAnswerSource } from './survey-answers.js';
import { tierPriceSource } from './tier-prices.js';
import { tierSource } from './tiers.js';
import { userSource } from './users.js';
import { volunteerHourSource } from './volunteer-hours.js';

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
  caseSource,
  postSource,
  surveyAnswerSource,
  emailSource,
  creditSource,
  certificationSource,
  volunteerHourSource,
  purchaseSource,
  donationSource,
  sponsorshipSource,
  paymentPlanSource,
  renewalSettingSource,
  downloadSource,
  pageViewSource,
];
