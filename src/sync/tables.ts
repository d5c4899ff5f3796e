/*
 * The tables of schema `imis` as sync writes them: the first column is the key. source_key, source_updated_on, read_at
 * and content_hash, which every table carries, are added by upsert.ts.
 *
 * Long because it is one list of tables and columns, one a line, in the order of the migrations.
 */
export type ColumnType = 'text' | 'text[]' | 'date' | 'boolean' | 'integer' | 'bigint' | 'numeric';

export interface Table {
  readonly name: string;
  readonly key: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Whose terms a changed row touches: of the member, or of everybody with a line on the invoice. */
  readonly touches?: { readonly scope: 'member' | 'invoice'; readonly column: string };
  /** Stands before the source key, where records of several kinds share the table. */
  readonly keyPrefix?: string;
}

const table = (name: string, columns: Table['columns'], more?: Pick<Table, 'touches' | 'keyPrefix'>): Table => ({
  name,
  key: Object.keys(columns)[0] ?? '',
  columns,
  ...more,
});

export const parties = table('parties', {
  member_id: 'text',
  kind: 'text',
  status: 'text',
  job_title: 'text',
  employer_id: 'text',
  city: 'text',
  state: 'text',
  country: 'text',
});

/** user_name is written by the source of users, beside the rest and without a version of its own in the history. */
export const identity = table('identity', {
  member_id: 'text',
  full_name: 'text',
  first_name: 'text',
  last_name: 'text',
  informal_name: 'text',
  email: 'text',
  phone: 'text',
  address_lines: 'text[]',
  postal_code: 'text',
  birth_date: 'date',
});

export const organizations = table('organizations', { member_id: 'text', industry: 'text', employees: 'integer' });

export const contacts = table('contacts', {
  member_id: 'text',
  member_type: 'text',
  joined_on: 'date',
  paid_through: 'date',
  renewed_through: 'date',
});

export const users = table('users', { member_id: 'text', is_staff: 'boolean', disabled: 'boolean', roles: 'text[]' });

export const groups = table('groups', { group_id: 'text', kind: 'text', name: 'text' });

export const groupMembers = table('group_members', {
  group_member_id: 'text',
  group_id: 'text',
  member_id: 'text',
  role: 'text',
  begins_on: 'date',
  ends_on: 'date',
  is_active: 'boolean',
});

export const tiers = table('tiers', {
  tier_code: 'text',
  name: 'text',
  rank: 'integer',
  is_organization: 'boolean',
});

export const tierPrices = table('tier_prices', {
  tier_price_id: 'text',
  tier_code: 'text',
  from_on: 'date',
  amount: 'bigint',
  currency: 'text',
});

export const subscriptions = table('subscriptions', {
  subscription_id: 'text',
  member_id: 'text',
  item_code: 'text',
  is_active: 'boolean',
  paid_through: 'date',
  bill_begin: 'date',
  bill_through: 'date',
  bill_amount: 'bigint',
  currency: 'text',
});

export const invoices = table(
  'invoices',
  {
    invoice_id: 'text',
    invoice_number: 'text',
    member_id: 'text',
    bill_to_id: 'text',
    source_system: 'text',
    invoiced_on: 'date',
    due_on: 'date',
    total: 'bigint',
    balance: 'bigint',
    currency: 'text',
  },
  { touches: { scope: 'invoice', column: 'invoice_id' } },
);

export const invoiceLines = table(
  'invoice_lines',
  {
    invoice_line_id: 'text',
    invoice_id: 'text',
    member_id: 'text',
    line_kind: 'text',
    item_code: 'text',
    quantity: 'numeric',
    amount: 'bigint',
    currency: 'text',
    begins_on: 'date',
    through_on: 'date',
    is_prorated: 'boolean',
    is_comp: 'boolean',
  },
  { touches: { scope: 'member', column: 'member_id' } },
);

export const payments = table(
  'payments',
  {
    payment_id: 'text',
    invoice_id: 'text',
    member_id: 'text',
    paid_on: 'date',
    amount: 'bigint',
    currency: 'text',
    method: 'text',
    status: 'text',
  },
  { touches: { scope: 'invoice', column: 'invoice_id' } },
);

export const events = table('events', {
  event_id: 'text',
  code: 'text',
  name: 'text',
  series: 'text',
  event_type: 'text',
  status: 'text',
  begins_on: 'date',
  ends_on: 'date',
  city: 'text',
  state: 'text',
});

export const registrations = table('registrations', {
  registration_id: 'text',
  event_id: 'text',
  member_id: 'text',
  registered_on: 'date',
  status: 'text',
});

export const attendance = table('attendance', {
  attendance_id: 'text',
  event_id: 'text',
  member_id: 'text',
  attended: 'boolean',
});

export const activities = table('activities', {
  activity_id: 'text',
  member_id: 'text',
  kind: 'text',
  occurred_on: 'date',
  author_id: 'text',
  change_key: 'text',
});

export const messages = table('messages', {
  message_id: 'text',
  member_id: 'text',
  campaign: 'text',
  purpose: 'text',
  sent_on: 'date',
  opened_on: 'date',
  clicked_on: 'date',
  bounced: 'boolean',
});

export const consents = table('consents', {
  consent_id: 'text',
  member_id: 'text',
  channel: 'text',
  purpose: 'text',
  is_granted: 'boolean',
  decided_on: 'date',
});

export const assignments = table('assignments', {
  assignment_id: 'text',
  member_id: 'text',
  staff_id: 'text',
  is_primary: 'boolean',
  begins_on: 'date',
  ends_on: 'date',
});

export const cases = table('cases', {
  case_id: 'text',
  member_id: 'text',
  category: 'text',
  status: 'text',
  priority: 'text',
  opened_on: 'date',
  closed_on: 'date',
});

export const posts = table('posts', {
  post_id: 'text',
  member_id: 'text',
  community: 'text',
  thread_id: 'text',
  posted_on: 'date',
});

export const surveyAnswers = table('survey_answers', {
  answer_id: 'text',
  member_id: 'text',
  survey: 'text',
  event_id: 'text',
  rating: 'integer',
  answered_on: 'date',
});

export const emails = table('emails', { email_id: 'text', member_id: 'text', mailbox: 'text', received_on: 'date' });

export const pageViews = table('page_views', {
  page_view_id: 'text',
  member_id: 'text',
  page: 'text',
  viewed_on: 'date',
});

export const downloads = table('downloads', {
  download_id: 'text',
  member_id: 'text',
  document: 'text',
  downloaded_on: 'date',
});

export const credits = table('credits', {
  credit_id: 'text',
  member_id: 'text',
  course_code: 'text',
  course: 'text',
  credit_type: 'text',
  credits: 'numeric',
  earned_on: 'date',
});

export const certifications = table('certifications', {
  certification_id: 'text',
  member_id: 'text',
  program: 'text',
  status: 'text',
  required_credits: 'numeric',
  earned_credits: 'numeric',
  started_on: 'date',
  certified_on: 'date',
  expires_on: 'date',
});

export const volunteerHours = table('volunteer_hours', {
  volunteer_id: 'text',
  member_id: 'text',
  role: 'text',
  hours: 'numeric',
  served_on: 'date',
});

export const purchases = table('purchases', {
  purchase_id: 'text',
  member_id: 'text',
  product_code: 'text',
  product: 'text',
  category: 'text',
  quantity: 'numeric',
  amount: 'bigint',
  currency: 'text',
  purchased_on: 'date',
});

export const donations = table('donations', {
  donation_id: 'text',
  member_id: 'text',
  fund: 'text',
  amount: 'bigint',
  currency: 'text',
  donated_on: 'date',
});

export const sponsorships = table('sponsorships', {
  sponsorship_id: 'text',
  member_id: 'text',
  event_id: 'text',
  level: 'text',
  amount: 'bigint',
  currency: 'text',
  begins_on: 'date',
  ends_on: 'date',
});

export const paymentPlans = table(
  'payment_plans',
  {
    plan_id: 'text',
    member_id: 'text',
    invoice_id: 'text',
    installments: 'integer',
    paid_installments: 'integer',
    begins_on: 'date',
    status: 'text',
  },
  { touches: { scope: 'invoice', column: 'invoice_id' } },
);

export const renewalSettings = table('renewal_settings', { member_id: 'text', auto_renew: 'boolean' });

const textColumns: Table['columns'] = {
  text_id: 'text',
  member_id: 'text',
  kind: 'text',
  author_id: 'text',
  occurred_on: 'date',
  subject: 'text',
  body: 'text',
};

/** The words of activities, under the key of the activity. */
export const texts = table('texts', textColumns);

/** The words of records of another kind: 'case-17', where activities have 17. */
export const textsOf = (kind: TextKind): Table => table('texts', textColumns, { keyPrefix: `${kind}-` });

export type TextKind = 'case' | 'case_resolution' | 'post' | 'survey' | 'email';
