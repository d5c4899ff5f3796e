-- How far sync is. Nothing here holds a personal detail: keys, counts and times only.

-- One row an entity: what was last read to its end, and the reading under way.
create table copilot.sync_entities (
  entity             text primary key,
  -- When the last full reading that ended had begun, and when its result was in.
  full_started_at    timestamptz,
  full_at            timestamptz,
  incremental_at     timestamptz,
  -- When the last reading of either kind that ended had begun: the store is at least as new as this.
  read_at            timestamptz,
  -- Site-local time up to which every change is known.
  watermark          timestamp,
  -- The full reading under way; null when there is none.
  reading_started_at timestamptz,
  -- False on the first reading into an empty table: there is nothing yet that could have been deleted.
  compares           boolean not null default false,
  newest             timestamp,
  rows_read          integer not null default 0,
  rows_total         integer,
  rows_new           integer not null default 0,
  rows_changed       integer not null default 0,
  rows_gone          integer not null default 0,
  -- Set once a reading ended: tells why an entity is empty.
  remarks            text[] not null default '{}'
);

-- Pages of the full reading under way, each committed with its rows: a crash resumes after them.
create table copilot.sync_pages (
  entity    text not null,
  partition text not null,
  start     integer not null,
  rows      integer not null,
  total     integer not null,
  first_key text,
  last_key  text,
  primary key (entity, partition, start)
);

-- Keys met in the full reading under way; known keys that are not here may have been deleted in iMIS.
create table copilot.sync_seen (
  entity    text not null,
  key       text not null,
  partition text not null,
  primary key (entity, key)
);

-- Invoices and members whose terms are to be derived again.
create table copilot.sync_touched (
  scope text not null check (scope in ('invoice', 'member')),
  id    text not null,
  primary key (scope, id)
);

-- Records read singly after a write. A page requested before that may be applied after it, so a run reads them again.
create table copilot.sync_refreshed (
  contract     text not null,
  id           text not null,
  refreshed_at timestamptz not null default clock_timestamp(),
  primary key (contract, id)
);

create table copilot.sync_runs (
  run_id      bigint generated always as identity primary key,
  kind        text not null check (kind in ('full', 'incremental')),
  started_at  timestamptz not null,
  finished_at timestamptz,
  report      jsonb,
  failure     jsonb
);

-- One process syncs at a time: whoever holds this row, until it expires.
create table copilot.sync_lease (
  id         boolean primary key default true check (id),
  holder     text not null,
  host       text not null,
  process    integer not null,
  expires_at timestamptz not null
);

-- How far back each kind of record reaches, written at the end of every run.
create table copilot.sync_reach (
  kind     text primary key,
  rows     bigint not null,
  first_on date,
  last_on  date
);

-- When terms were first derived for everybody; until then nothing needs to be remembered as touched.
create table copilot.sync_terms (
  id         boolean primary key default true check (id),
  derived_at timestamptz not null
);

-- Dues lines that are paid, or need not be: balance nothing, more received than forgiven, not refunded. paid_on is the
-- day of the last payment. A site that lists no payment of a settled invoice leaves it null.
create view copilot.paid_dues_lines as
select l.invoice_line_id, l.member_id, l.item_code as tier_code, l.begins_on, l.through_on, l.amount as dues, l.currency,
       case when l.is_comp then null else p.paid_on end as paid_on, l.is_comp or i.total = 0 as is_comp,
       l.source_key, l.source_updated_on
from imis.invoice_lines l
join imis.invoices i on i.invoice_id = l.invoice_id
cross join lateral (
  select max(paid_on) filter (where status = 'received') as paid_on,
         coalesce(sum(amount) filter (where status = 'received'), 0) as received,
         coalesce(sum(abs(amount)) filter (where status = 'refunded'), 0) as refunded,
         coalesce(sum(abs(amount)) filter (where status = 'written_off'), 0) as forgiven
  from imis.payments p where p.invoice_id = l.invoice_id) p
where l.line_kind = 'dues'
  and (l.is_comp or (i.balance <= 0 and p.forgiven <= p.received - p.refunded and (p.refunded = 0 or p.received > p.refunded)));
