/*
 * The set-up pack: every query and panel source an administrator adds to iMIS for the copilot. docs/imis-setup is
 * generated from this list, doctor checks it, the reader types its rows by it and the sandbox serves it.
 *
 * Long because it is one list of sources with their columns, read side by side with what an administrator enters.
 */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'boolean' | 'day' | 'time';

/** The types in an administrator's words. */
export const typeWords: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'whole number',
  decimal: 'decimal number',
  boolean: 'yes or no',
  day: 'date',
  time: 'date and time',
};

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly about: string;
}

export interface IqaDefinition {
  readonly name: string;
  readonly about: string;
  /** Columns that together name a row. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  /** What the copilot does not know where a site leaves the query out; absent: it cannot be left out. */
  readonly unknownWithout?: string;
}

const column = (name: string, type: ColumnType, about: string, required = true): Column => ({
  name,
  type,
  about,
  required,
});
const memberId = column('ID', 'text', 'iMIS id of the person or organisation');
const updatedOn = column('UpdatedOn', 'time', 'when the row last changed; the prompt UpdatedSince filters on it');

const changed = (name: string, about: string, key: readonly string[]): IqaDefinition => ({
  name,
  about: `${about}: keys only, so that what changed can be fetched one by one`,
  key,
  columns: [...key.map((part) => column(part, 'text', 'part of the key')), updatedOn],
});

/** `$/AICopilot/<name>`, each with one optional prompt, UpdatedSince. */
export const queries = [
  {
    name: 'Organizations',
    about: 'Industry and size of organisations',
    unknownWithout: 'the industry and size of organisations',
    key: ['ID'],
    columns: [
      memberId,
      column('Industry', 'text', 'industry code', false),
      column('Employees', 'integer', 'number of employees', false),
      updatedOn,
    ],
  },
  {
    name: 'Tiers',
    about: 'Membership tiers, lowest rank first',
    key: ['TierCode'],
    columns: [
      column('TierCode', 'text', 'customer type code'),
      column('Name', 'text', 'name of the tier'),
      column('Rank', 'integer', 'order by dues'),
      column('IsOrganization', 'boolean', 'a tier for organisations'),
      updatedOn,
    ],
  },
  {
    name: 'TierPrices',
    about: 'Yearly dues of a tier from a day on',
    key: ['TierCode', 'FromOn'],
    columns: [
      column('TierCode', 'text', 'customer type code'),
      column('FromOn', 'day', 'first day of the price'),
      column('Amount', 'decimal', 'dues for a year'),
      column('Currency', 'text', 'ISO 4217'),
      updatedOn,
    ],
  },
  {
    name: 'InvoiceLines',
    about: 'Lines of invoices; dues lines say which term they pay for',
    key: ['LineId'],
    columns: [
      column('LineId', 'text', 'key of the line'),
      column('InvoiceId', 'text', 'invoice'),
      memberId,
      column('LineKind', 'text', 'dues, event, product, donation or other'),
      column('ItemCode', 'text', 'product code; for dues the tier'),
      column('Quantity', 'decimal', 'quantity'),
      column('Amount', 'decimal', 'amount of the line'),
      column('Currency', 'text', 'ISO 4217'),
      column('BeginsOn', 'day', 'first day of the term', false),
      column('ThroughOn', 'day', 'last day of the term', false),
      column('IsProrated', 'boolean', 'billed for part of the term'),
      column('IsComp', 'boolean', 'without dues by arrangement'),
      updatedOn,
    ],
  },
  {
    name: 'Attendance',
    about: 'Who was marked present or absent, for events at which attendance was taken',
    unknownWithout: 'who came to the events they registered for',
    key: ['EventId', 'ID'],
    columns: [column('EventId', 'text', 'event'), memberId, column('Attended', 'boolean', 'marked present'), updatedOn],
  },
  {
    name: 'Logins',
    about: 'Portal logins',
    unknownWithout: 'when members logged in to the portal',
    key: ['LoginId'],
    columns: [
      column('LoginId', 'text', 'key of the login'),
      memberId,
      column('OccurredOn', 'day', 'day of the login'),
      updatedOn,
    ],
  },
  {
    name: 'MailEvents',
    about: 'One row a message sent to one person, with its first open and click',
    unknownWithout: 'which mailings members were sent, opened and clicked',
    key: ['MessageId'],
    columns: [
      column('MessageId', 'text', 'key of the message'),
      memberId,
      column('Campaign', 'text', 'name of the mailing'),
      column('Purpose', 'text', 'newsletter, renewal, event ...'),
      column('SentOn', 'day', 'sent'),
      column('OpenedOn', 'day', 'first opened', false),
      column('ClickedOn', 'day', 'first clicked', false),
      column('Bounced', 'boolean', 'not delivered'),
      updatedOn,
    ],
  },
  {
    name: 'StaffAssignments',
    about: 'Relationship managers',
    unknownWithout: 'who looks after whom',
    key: ['AssignmentId'],
    columns: [
      column('AssignmentId', 'text', 'key of the assignment'),
      memberId,
      column('StaffId', 'text', 'iMIS id of the staff member'),
      column('IsPrimary', 'boolean', 'the relationship manager'),
      column('BeginsOn', 'day', 'first day', false),
      column('EndsOn', 'day', 'last day', false),
      updatedOn,
    ],
  },
  {
    name: 'Consents',
    about: 'Consent and opt-out by channel and purpose',
    unknownWithout: 'who agreed to be contacted, how and for what',
    key: ['ID', 'Channel', 'Purpose'],
    columns: [
      memberId,
      column('Channel', 'text', 'email, sms, phone or post'),
      column('Purpose', 'text', 'renewal, marketing, event ...'),
      column('IsGranted', 'boolean', 'consent given and not withdrawn'),
      column('DecidedOn', 'day', 'when', false),
      updatedOn,
    ],
  },
  {
    name: 'Cases',
    about: 'Support cases: what was asked, when it was closed and how it was resolved',
    unknownWithout: 'the cases of members',
    key: ['CaseId'],
    columns: [
      column('CaseId', 'text', 'key of the case'),
      memberId,
      column('Category', 'text', 'billing, website, event, membership ...'),
      column('Status', 'text', 'open or closed'),
      column('Priority', 'text', 'low, normal or high', false),
      column('OpenedOn', 'day', 'opened'),
      column('ClosedOn', 'day', 'closed', false),
      column('Subject', 'text', 'subject', false),
      column('Description', 'text', "the member's words", false),
      column('Resolution', 'text', 'how it was resolved', false),
      updatedOn,
    ],
  },
  {
    name: 'Posts',
    about: 'Posts in the community',
    unknownWithout: 'what members posted in the community',
    key: ['PostId'],
    columns: [
      column('PostId', 'text', 'key of the post'),
      memberId,
      column('Community', 'text', 'name of the community'),
      column('ThreadId', 'text', 'thread', false),
      column('PostedOn', 'day', 'posted'),
      column('Subject', 'text', 'subject', false),
      column('Body', 'text', 'text'),
      updatedOn,
    ],
  },
  {
    name: 'SurveyAnswers',
    about: 'Answers to surveys and session evaluations',
    unknownWithout: 'what members answered in surveys',
    key: ['AnswerId'],
    columns: [
      column('AnswerId', 'text', 'key of the answer'),
      memberId,
      column('Survey', 'text', 'name of the survey'),
      column('EventId', 'text', 'event evaluated', false),
      column('Question', 'text', 'what was asked', false),
      column('Rating', 'integer', '1 to 5', false),
      column('AnsweredOn', 'day', 'answered'),
      column('Comment', 'text', 'free text', false),
      updatedOn,
    ],
  },
  {
    name: 'Emails',
    about: 'E-mails members wrote to a mailbox in scope',
    unknownWithout: 'what members wrote by e-mail',
    key: ['EmailId'],
    columns: [
      column('EmailId', 'text', 'key of the e-mail'),
      memberId,
      column('Mailbox', 'text', 'which mailbox'),
      column('ReceivedOn', 'day', 'received'),
      column('Subject', 'text', 'subject', false),
      column('Body', 'text', 'text'),
      updatedOn,
    ],
  },
  {
    name: 'PageViews',
    about: 'Pages seen while signed in',
    unknownWithout: 'which pages members looked at',
    key: ['PageViewId'],
    columns: [
      column('PageViewId', 'text', 'key of the view'),
      memberId,
      column('Page', 'text', 'name of the page'),
      column('ViewedOn', 'day', 'day'),
      updatedOn,
    ],
  },
  {
    name: 'Downloads',
    about: 'Documents downloaded while signed in',
    unknownWithout: 'what members downloaded',
    key: ['DownloadId'],
    columns: [
      column('DownloadId', 'text', 'key of the download'),
      memberId,
      column('Document', 'text', 'name of the document'),
      column('DownloadedOn', 'day', 'day'),
      updatedOn,
    ],
  },
  {
    name: 'Credits',
    about: 'Credits earned by courses',
    unknownWithout: 'which courses members took',
    key: ['CreditId'],
    columns: [
      column('CreditId', 'text', 'key of the credit'),
      memberId,
      column('CourseCode', 'text', 'product code of the course'),
      column('Course', 'text', 'name of the course'),
      column('CreditType', 'text', 'kind of credit'),
      column('Credits', 'decimal', 'how many'),
      column('EarnedOn', 'day', 'earned'),
      updatedOn,
    ],
  },
  {
    name: 'Certifications',
    about: 'Progress towards certifications',
    unknownWithout: 'who is certified',
    key: ['CertificationId'],
    columns: [
      column('CertificationId', 'text', 'key of the enrolment'),
      memberId,
      column('Program', 'text', 'name of the certification'),
      column('Status', 'text', 'in_progress, certified or expired'),
      column('RequiredCredits', 'decimal', 'credits it needs'),
      column('EarnedCredits', 'decimal', 'credits earned towards it'),
      column('StartedOn', 'day', 'begun'),
      column('CertifiedOn', 'day', 'certified', false),
      column('ExpiresOn', 'day', 'expires', false),
      updatedOn,
    ],
  },
  {
    name: 'VolunteerHours',
    about: 'Hours members volunteered',
    unknownWithout: 'who volunteered',
    key: ['VolunteerId'],
    columns: [
      column('VolunteerId', 'text', 'key of the entry'),
      memberId,
      column('Role', 'text', 'as what'),
      column('Hours', 'decimal', 'how many hours'),
      column('ServedOn', 'day', 'day'),
      updatedOn,
    ],
  },
  {
    name: 'Purchases',
    about: 'Products bought, dues and event fees apart',
    unknownWithout: 'what members bought',
    key: ['PurchaseId'],
    columns: [
      column('PurchaseId', 'text', 'key of the purchase'),
      memberId,
      column('ProductCode', 'text', 'product code'),
      column('Product', 'text', 'name of the product'),
      column('Category', 'text', 'book, course, subscription ...'),
      column('Quantity', 'decimal', 'quantity'),
      column('Amount', 'decimal', 'amount paid'),
      column('Currency', 'text', 'ISO 4217'),
      column('PurchasedOn', 'day', 'day'),
      updatedOn,
    ],
  },
  {
    name: 'Donations',
    about: 'Gifts',
    unknownWithout: 'who donated',
    key: ['DonationId'],
    columns: [
      column('DonationId', 'text', 'key of the gift'),
      memberId,
      column('Fund', 'text', 'fund'),
      column('Amount', 'decimal', 'amount'),
      column('Currency', 'text', 'ISO 4217'),
      column('DonatedOn', 'day', 'day'),
      updatedOn,
    ],
  },
  {
    name: 'Sponsorships',
    about: 'Sponsorships of events and programmes',
    unknownWithout: 'who sponsored',
    key: ['SponsorshipId'],
    columns: [
      column('SponsorshipId', 'text', 'key of the sponsorship'),
      memberId,
      column('EventId', 'text', 'event sponsored', false),
      column('Level', 'text', 'gold, silver ...'),
      column('Amount', 'decimal', 'amount'),
      column('Currency', 'text', 'ISO 4217'),
      column('BeginsOn', 'day', 'first day'),
      column('EndsOn', 'day', 'last day', false),
      updatedOn,
    ],
  },
  {
    name: 'PaymentPlans',
    about: 'Invoices paid in instalments',
    unknownWithout: 'who pays in instalments',
    key: ['PlanId'],
    columns: [
      column('PlanId', 'text', 'key of the plan'),
      memberId,
      column('InvoiceId', 'text', 'invoice', false),
      column('Installments', 'integer', 'how many'),
      column('PaidInstallments', 'integer', 'how many are paid'),
      column('BeginsOn', 'day', 'first instalment'),
      column('Status', 'text', 'running, finished or broken'),
      updatedOn,
    ],
  },
  {
    name: 'RenewalSettings',
    about: 'Whether the membership renews by itself',
    unknownWithout: 'who renews automatically',
    key: ['ID'],
    columns: [memberId, column('AutoRenew', 'boolean', 'renews by itself'), updatedOn],
  },
  changed('ChangedParties', 'People and organisations whose record or membership dates changed', ['ID']),
  changed('ChangedUsers', 'Users whose name, state or roles changed', ['UserName']),
  changed('ChangedGroupMembers', 'Group memberships that changed', ['GroupMemberId']),
  changed('ChangedEvents', 'Events that changed', ['EventId']),
  changed('ChangedRegistrations', 'Registrations that changed', ['EventId', 'ID']),
  changed('ChangedActivities', 'Activities that changed', ['SEQN']),
  changed('ChangedInvoices', 'Invoices that changed', ['InvoiceId']),
  changed('ChangedPayments', 'Payments that changed', ['PaymentId']),
  changed('ChangedSubscriptions', 'Dues lines that changed', ['ID', 'ItemId']),
] as const satisfies readonly IqaDefinition[];

export type QueryName = (typeof queries)[number]['name'];

export interface PanelSource {
  readonly name: string;
  readonly about: string;
  readonly instances: 'one a party' | 'many a party';
  readonly columns: readonly Column[];
}

const changeKey = column('ChangeKey', 'text', 'key of our change: makes a repeated write findable');

/** Where our own writes go. Each needs "Available via the REST API" and public access for the writing account's role. */
export const panelSources = [
  {
    name: 'AIMemberInsights',
    about: 'Renewal score, band, drivers and contact window of a member',
    instances: 'one a party',
    columns: [
      column('RenewalScore', 'integer', '0 to 100', false),
      column('Band', 'text', 'High, Medium or At-Risk', false),
      column('Drivers', 'text', 'why, in words', false),
      column('ContactWindow', 'text', 'when to get in touch', false),
      column('ModelVersion', 'text', 'which model', false),
      column('ScoredOn', 'day', 'when', false),
      changeKey,
    ],
  },
  {
    name: 'AI_Segment',
    about: 'Segments a member is in',
    instances: 'many a party',
    columns: [column('Segment', 'text', 'name and version'), column('EnteredOn', 'day', 'since', false), changeKey],
  },
  {
    name: 'Member_Sentiment_Log',
    about: 'What one piece of feedback was found to say',
    instances: 'many a party',
    columns: [
      column('SourceRecord', 'text', 'which text'),
      column('Sentiment', 'text', 'positive, neutral, mixed or negative'),
      column('Topics', 'text', 'topics, comma separated', false),
      column('ProcessedOn', 'day', 'when', false),
      column('ModelVersion', 'text', 'which model', false),
      changeKey,
    ],
  },
  {
    name: 'AI_StaffTask',
    about: 'Tasks and cases for staff',
    instances: 'many a party',
    columns: [
      column('Kind', 'text', 'task or case'),
      column('Subject', 'text', 'what to do'),
      column('AssignedTo', 'text', 'iMIS id of the staff member', false),
      column('DueOn', 'day', 'until when', false),
      column('Status', 'text', 'open or done'),
      changeKey,
    ],
  },
  {
    name: 'AI_Outbox',
    about: 'Messages for iMIS process automation to send',
    instances: 'many a party',
    columns: [
      column('Channel', 'text', 'email or sms'),
      column('Subject', 'text', 'subject', false),
      column('Body', 'text', 'text'),
      column('Status', 'text', 'waiting, sent, stopped or failed'),
      column('SentOn', 'time', 'when', false),
      column('Error', 'text', 'why not', false),
      changeKey,
    ],
  },
  {
    name: 'AI_Interaction',
    about: 'Log of exchanges, proposals, decisions and writes',
    instances: 'many a party',
    columns: [
      column('Kind', 'text', 'exchange, proposal, decision or write'),
      column('Summary', 'text', 'what happened, without personal details'),
      column('OccurredOn', 'time', 'when'),
      changeKey,
    ],
  },
] as const satisfies readonly PanelSource[];

export type PanelSourceName = (typeof panelSources)[number]['name'];

/** A panel source by its name. */
export function panelSourceNamed(name: PanelSourceName): PanelSource {
  const found = panelSources.find((source) => source.name === name);
  if (!found) throw new RangeError(`the set-up pack has no panel source ${name}`);
  return found;
}
