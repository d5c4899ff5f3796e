-- What sync read from iMIS, one row a record, and every earlier version of it.
-- imis.identity and imis.texts alone hold names, contact details, birth dates and free text (with imis.rejects and
-- copilot.changes): every other table can be shown to a model or copied to a log.
-- Days are the site's own calendar days. Amounts are whole minor units of `currency`.
-- One long file: the loops at its end give every table of the schema its source columns, its history and its trigger.
-- A migration that adds a column to a table of `imis` adds it to the same table of `imis_history` too.

create extension if not exists vector;
create schema imis;
create schema imis_history;
create schema copilot;
create schema reporting;

create table imis.parties (
  member_id   text primary key,
  kind        text not null check (kind in ('person', 'organization')),
  status      text not null check (status in ('active', 'inactive', 'suspended', 'deceased')),
  job_title   text,
  employer_id text,
  city        text,
  state       text,
  country     text
);
create index parties_employer on imis.parties (employer_id);
create index parties_state on imis.parties (state);

create table imis.identity (
  member_id     text primary key,
  full_name     text not null,
  first_name    text,
  last_name     text,
  informal_name text,
  email         text,
  phone         text,
  address_lines text[] not null default '{}',
  postal_code   text,
  birth_date    date,
  user_name     text
);
create index identity_name on imis.identity (lower(full_name));
create index identity_last_name on imis.identity (lower(last_name));
create index identity_email on imis.identity (lower(email));
create unique index identity_user_name on imis.identity (lower(user_name));

create table imis.organizations (
  member_id text primary key,
  industry  text,
  employees integer
);

create table imis.contacts (
  member_id       text primary key,
  member_type     text,
  joined_on       date,
  paid_through    date,
  renewed_through date
);
create index contacts_paid_through on imis.contacts (paid_through);

create table imis.users (
  member_id text primary key,
  is_staff  boolean not null,
  disabled  boolean not null,
  roles     text[] not null
);

create table imis.groups (
  group_id text primary key,
  kind     text not null check (kind in ('chapter', 'committee', 'sig', 'other')),
  name     text not null
);

create table imis.group_members (
  group_member_id text primary key,
  group_id        text not null,
  member_id       text not null,
  role            text,
  begins_on       date,
  ends_on         date,
  is_active       boolean not null
);
create index group_members_member on imis.group_members (member_id);
create index group_members_group on imis.group_members (group_id);

create table imis.tiers (
  tier_code       text primary key,
  name            text not null,
  rank            integer not null,
  is_organization boolean not null
);

create table imis.tier_prices (
  tier_price_id text primary key,
  tier_code     text not null,
  from_on       date not null,
  amount        bigint not null,
  currency      text not null
);

create table imis.subscriptions (
  subscription_id text primary key,
  member_id       text not null,
  item_code       text not null,
  is_active       boolean not null,
  paid_through    date,
  bill_begin      date,
  bill_through    date,
  bill_amount     bigint,
  currency        text
);
create index subscriptions_member on imis.subscriptions (member_id);

create table imis.invoices (
  invoice_id     text primary key,
  invoice_number text,
  member_id      text not null,
  bill_to_id     text,
  source_system  text not null,
  invoiced_on    date not null,
  due_on         date,
  total          bigint not null,
  balance        bigint not null,
  currency       text not null
);
create index invoices_member on imis.invoices (member_id);

create table imis.invoice_lines (
  invoice_line_id text primary key,
  invoice_id      text not null,
  member_id       text not null,
  line_kind       text not null check (line_kind in ('dues', 'event', 'product', 'donation', 'other')),
  item_code       text not null,
  quantity        numeric not null,
  amount          bigint not null,
  currency        text not null,
  begins_on       date,
  through_on      date,
  is_prorated     boolean not null,
  is_comp         boolean not null
);
create index invoice_lines_member on imis.invoice_lines (member_id);
create index invoice_lines_invoice on imis.invoice_lines (invoice_id);

create table imis.payments (
  payment_id text primary key,
  invoice_id text,
  member_id  text not null,
  paid_on    date not null,
  amount     bigint not null,
  currency   text not null,
  method     text,
  status     text not null check (status in ('received', 'failed', 'refunded', 'written_off'))
);
create index payments_member on imis.payments (member_id);
create index payments_invoice on imis.payments (invoice_id);

create table imis.events (
  event_id         text primary key,
  code             text not null,
  name             text not null,
  series           text,
  event_type       text not null,
  status           text not null,
  begins_on        date not null,
  ends_on          date not null,
  city             text,
  state            text
);
create index events_begins on imis.events (begins_on);

create table imis.registrations (
  registration_id text primary key,
  event_id        text not null,
  member_id       text not null,
  registered_on   date,
  status          text not null check (status in ('registered', 'cancelled', 'waitlisted'))
);
create index registrations_member on imis.registrations (member_id);
create index registrations_event on imis.registrations (event_id);

-- Only events at which attendance was taken have rows here: without one, nobody knows who came.
create table imis.attendance (
  attendance_id text primary key,
  event_id      text not null,
  member_id     text not null,
  attended      boolean not null
);
create index attendance_event on imis.attendance (event_id, member_id);

-- Logins, notes and whatever else iMIS keeps as an activity; a note's words are in imis.texts under the same key.
create table imis.activities (
  activity_id text primary key,
  member_id   text not null,
  kind        text not null,
  occurred_on date not null,
  author_id   text,
  change_key  text
);
create index activities_member on imis.activities (member_id, kind, occurred_on);
create index activities_change_key on imis.activities (change_key) where change_key is not null;

create table imis.messages (
  message_id text primary key,
  member_id  text not null,
  campaign   text not null,
  purpose    text not null,
  sent_on    date not null,
  opened_on  date,
  clicked_on date,
  bounced    boolean not null
);
create index messages_member on imis.messages (member_id);

create table imis.consents (
  consent_id text primary key,
  member_id  text not null,
  channel    text not null check (channel in ('email', 'sms', 'phone', 'post')),
  purpose    text not null,
  is_granted boolean not null,
  decided_on date
);
create index consents_member on imis.consents (member_id);

create table imis.assignments (
  assignment_id text primary key,
  member_id     text not null,
  staff_id      text not null,
  is_primary    boolean not null,
  begins_on     date,
  ends_on       date
);
create index assignments_member on imis.assignments (member_id);

create table imis.texts (
  text_id     text primary key,
  member_id   text,
  kind        text not null,
  author_id   text,
  occurred_on date,
  subject     text,
  body        text not null
);
create index texts_member on imis.texts (member_id);

-- Derived at sync from the dues lines: one line (begin, through), paid or comp.
create table imis.terms (
  term_id         text primary key,
  member_id       text not null,
  tier_code       text not null,
  begins_on       date not null,
  ends_on         date not null,
  dues            bigint not null,
  currency        text not null,
  paid_on         date,
  is_comp         boolean not null,
  invoice_line_id text not null
);
create index terms_member on imis.terms (member_id, begins_on);

-- A row that does not fit is kept whole, with the reason, and never stops the rest.
create table imis.rejects (
  entity     text not null,
  source_key text not null,
  reasons    text[] not null,
  row        jsonb not null,
  seen_at    timestamptz not null default now(),
  primary key (entity, source_key)
);

-- Columns every synced table carries: the key in iMIS, when iMIS last changed the record (site time, where it says so),
-- when we last read a different version, and a hash of the content, so that an unchanged row is not written again.
do $$
declare
  synced text;
begin
  for synced in
    select table_name from information_schema.tables where table_schema = 'imis' and table_name <> 'rejects'
  loop
    execute format('alter table imis.%I add column source_key text, add column source_updated_on timestamp,
      add column read_at timestamptz not null default now(), add column content_hash text not null default ''''', synced);
    -- Its own columns first: a column added to both tables later then stands at the same place in both.
    execute format('create table imis_history.%I (superseded_at timestamptz not null, is_gone boolean not null, like imis.%I)',
      synced, synced);
  end loop;
end $$;

create function imis_history.keep() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.content_hash = new.content_hash then
    return null;
  end if;
  -- A version ends when the next one was read, by the copilot's own clock; one that is gone, when it is removed.
  execute format('insert into imis_history.%I select $3, $2, ($1).*', tg_table_name)
    using old, tg_op = 'DELETE', case when tg_op = 'UPDATE' then new.read_at else clock_timestamp() end;
  return null;
end $$;

do $$
declare
  synced text;
  key text;
begin
  for synced, key in
    select t.table_name, k.column_name
    from information_schema.tables t
    join information_schema.columns k
      on k.table_schema = t.table_schema and k.table_name = t.table_name and k.ordinal_position = 1
    where t.table_schema = 'imis' and t.table_name <> 'rejects'
  loop
    execute format('create trigger keep_history after update or delete on imis.%I for each row execute function imis_history.keep()', synced);
    execute format('create index on imis_history.%I (%I, superseded_at)', synced, key);
  end loop;
end $$;

-- One row: the association's own calendar facts, written when a process starts and when its day turns, so that the
-- views of `reporting` can tell today's status. Questions are answered with an explicit day instead.
create table copilot.association (
  id                 boolean primary key default true check (id),
  name               text not null,
  time_zone          text not null,
  today              date not null,
  grace_days         integer not null,
  fiscal_year_starts text not null
);
