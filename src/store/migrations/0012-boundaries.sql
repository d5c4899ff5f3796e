-- How far each kind of change may go, what was signed in advance, what stops everything, and pilots of large changes.

alter table copilot.proposals drop constraint proposals_status_check;
alter table copilot.proposals add constraint proposals_status_check check (status in
  ('waiting', 'approved', 'rejected', 'superseded', 'executing', 'pilot_done', 'done', 'partly_done', 'failed'));
alter table copilot.proposals
  add column money            jsonb not null default '[]',
  add column supersedes       text references copilot.proposals,
  add column phase            text not null default 'assisted' check (phase in ('read_only', 'assisted', 'conditional')),
  add column standing_id      text,
  add column standing_day     date,
  add column step             text,
  add column executor_process jsonb,
  add column pilot_ended_at   timestamptz;
create unique index proposals_step on copilot.proposals (standing_id, step);
create index proposals_standing_day on copilot.proposals (standing_id, standing_day) where standing_id is not null;
create index proposals_supersedes on copilot.proposals (supersedes) where supersedes is not null;
create index proposals_kind on copilot.proposals (kind, created_at);
comment on column copilot.proposals.money is 'what the changes move in all, one amount a currency, in minor units';
comment on column copilot.proposals.supersedes is 'the proposal this one is an edit of; that one cannot be decided any more';
comment on column copilot.proposals.phase is 'how far changes of this kind might go when it was prepared';
comment on column copilot.proposals.standing_id is 'carried out under this standing approval, on standing_day, as its step';
comment on column copilot.proposals.executor_process is 'the process of the run: pid, start and machine, so that its end is seen at once';
comment on column copilot.proposals.pilot_ended_at is 'when the first records of a large change were done and a person was asked to go on';

alter table copilot.executions drop constraint executions_outcome_check;
alter table copilot.executions add constraint executions_outcome_check
  check (outcome in ('pilot_done', 'done', 'partly_done', 'failed', 'taken over'));

alter table copilot.decisions add column phase text check (phase in ('read_only', 'assisted', 'conditional'));

create table copilot.pilot_decisions (
  proposal_id text primary key references copilot.proposals,
  decision    text not null check (decision in ('continue', 'end')),
  actor_id    text not null,
  surface     text not null,
  at          timestamptz not null,
  nonce_hash  text not null unique
);
comment on table copilot.pilot_decisions is 'Who let a large change go on after its first records, or ended it there.';

create table copilot.phases (
  kind        text not null,
  cohort_kind text not null check (cohort_kind in ('everybody', 'tier', 'chapter')),
  cohort      text not null check ((cohort_kind = 'everybody') = (cohort = '')),
  phase       text not null check (phase in ('read_only', 'assisted', 'conditional')),
  set_by      text not null,
  set_at      timestamptz not null,
  primary key (kind, cohort_kind, cohort)
);
comment on table copilot.phases is 'How far a kind of change may go for a tier, a chapter or everybody; without a row the default of the site.';
comment on column copilot.phases.cohort is 'tier code or group id of the chapter; empty for everybody';

create table copilot.standing_approvals (
  standing_id text primary key check (standing_id ~ '^A-[0-9A-Z]{6}$'),
  change_key  text not null unique,
  proposal_id text not null references copilot.proposals,
  kind        text not null,
  purpose     text not null,
  cap_per_day integer not null check (cap_per_day > 0),
  ends_on     date not null,
  signed_by   text not null,
  signed_at   timestamptz not null,
  revoked_by  text,
  revoked_at  timestamptz
);
create index standing_approvals_kind on copilot.standing_approvals (kind, purpose);
comment on table copilot.standing_approvals is 'What an administrator signed in advance for a job: one kind of change and purpose, a cap a day, an end.';
comment on column copilot.standing_approvals.change_key is 'the confirmed change that signed it';
comment on column copilot.standing_approvals.ends_on is 'last day on which it is good';

create table copilot.kill_switches (
  kind   text primary key,
  is_on  boolean not null,
  set_by text not null,
  set_at timestamptz not null
);
comment on table copilot.kill_switches is 'On: nothing of this kind is approved or carried out; * is every kind.';

-- How far the audit has been copied to the association's own log.
create table copilot.interaction_mark (
  id       boolean primary key default true check (id),
  sequence bigint not null
);
insert into copilot.interaction_mark (sequence) values (0);
comment on table copilot.interaction_mark is 'The last row of the audit that was looked at for AI_Interaction.';
