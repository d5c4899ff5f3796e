-- The one write path: proposals, their changes with the journal, decisions and executions. Personal details and free
-- text stand in copilot.changes alone.

create table copilot.proposals (
  proposal_id text primary key check (proposal_id ~ '^P-[0-9A-Z]{6}$'),
  kind        text not null,
  tool        text not null,
  thread      text not null,
  actor_id    text not null,
  surface     text not null,
  summary     text not null,
  risks       text[] not null,
  count       integer not null check (count > 0),
  excluded    jsonb not null,
  warnings    text[] not null,
  undoes      text references copilot.proposals,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  header_hash text not null,
  hash        text not null,
  status      text not null check (status in ('waiting', 'approved', 'rejected', 'executing', 'done', 'partly_done', 'failed')),
  executor    text,
  lease_until timestamptz,
  ended_at    timestamptz
);
create index proposals_created on copilot.proposals (created_at desc, proposal_id);
create index proposals_undoes on copilot.proposals (undoes) where undoes is not null;
comment on table copilot.proposals is 'What waits for a person, or was decided: the header, without personal details.';
comment on column copilot.proposals.hash is 'over the header''s hash and the hash of every change: what a person approves';
comment on column copilot.proposals.executor is 'the run that holds the proposal now; another may take over when the lease has ended';

create table copilot.changes (
  proposal_id       text not null references copilot.proposals,
  ordinal           integer not null check (ordinal > 0),
  change_key        text not null unique,
  member_id         text not null,
  before            jsonb not null,
  after             jsonb not null,
  source_updated_on text,
  reversible        boolean not null,
  arguments         jsonb,
  rejected_because  text,
  row_hash          text not null,
  state             text not null default 'waiting'
                    check (state in ('waiting', 'writing', 'done', 'skipped', 'failed', 'uncertain')),
  reference         text,
  reason            text,
  attempts          integer not null default 0,
  writing_at        timestamptz,
  ended_at          timestamptz,
  primary key (proposal_id, ordinal)
);
create index changes_member on copilot.changes (member_id);
comment on table copilot.changes is 'One write each, with its journal: writing is committed before iMIS is called. May hold personal details.';
comment on column copilot.changes.arguments is 'on the first change: the tool''s arguments, which may quote free text';
comment on column copilot.changes.rejected_because is 'on the first change: why a person rejected the proposal, as typed';
comment on column copilot.changes.reference is 'what iMIS calls the record that was written';

create table copilot.nonces (
  nonce_hash    text primary key,
  proposal_id   text not null references copilot.proposals,
  proposal_hash text not null,
  actor_id      text not null,
  issued_at     timestamptz not null
);
comment on table copilot.nonces is 'One ticket to decide, for one person and one version of one proposal, good once; cleared when the proposal is decided or has expired.';

create index nonces_proposal on copilot.nonces (proposal_id);

create table copilot.decisions (
  proposal_id   text primary key references copilot.proposals,
  decision      text not null check (decision in ('approve', 'reject')),
  actor_id      text not null,
  surface       text not null,
  at            timestamptz not null,
  proposal_hash text not null,
  nonce_hash    text not null unique,
  typed_count   integer,
  acknowledged  text[] not null
);
comment on table copilot.decisions is 'Who decided what, and how; the reason of a rejection stands with the changes.';

create table copilot.executions (
  execution_id text primary key,
  proposal_id  text not null references copilot.proposals,
  began_at     timestamptz not null,
  ended_at     timestamptz,
  outcome      text check (outcome in ('done', 'partly_done', 'failed', 'taken over'))
);
create index executions_proposal on copilot.executions (proposal_id, began_at);
