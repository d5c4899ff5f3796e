/*
 * The set-up pack: every query and panel source an administrator adds to iMIS for the copilot. docs/imis-setup is
 * generated from this list, doctor checks it, the reader types its rows by it and the sandbox serves it.
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
