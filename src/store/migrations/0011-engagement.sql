-- How engaged each member is, computed daily: see src/members/engagement.ts for the rule.

create table copilot.engagement (
  member_id      text primary key,
  score          integer not null check (score between 0 and 100),
  raw            numeric not null,
  as_of          date not null,
  kinds_left_out text[] not null,
  previous       integer check (previous between 0 and 100)
);
comment on table copilot.engagement is 'The latest engagement score of everybody with a tier.';

create table copilot.engagement_history (
  member_id text not null,
  month     date not null check (extract(day from month) = 1),
  score     integer not null check (score between 0 and 100),
  primary key (member_id, month)
);
comment on table copilot.engagement_history is 'The score as of the last day of each month; of the month under way, as of the latest day computed.';

-- One row: what the latest scores were computed with.
create table copilot.engagement_runs (
  id          boolean primary key default true check (id),
  as_of       date not null,
  rule        text not null,
  computed_at timestamptz not null
);
comment on table copilot.engagement_runs is 'The day and the weights of the latest scores: another day or another rule computes them again.';

create view reporting.engagement as
select member_id, score, previous, raw, as_of, kinds_left_out from copilot.engagement;
comment on view reporting.engagement is 'The latest engagement score of every person and organisation with a tier.';
comment on column reporting.engagement.member_id is 'iMIS party id';
comment on column reporting.engagement.score is 'mid-rank percentile within the tier, 0 to 100: the share of the tier''s members (active or in grace) who were less engaged, equals counted half';
comment on column reporting.engagement.previous is 'the same as of 90 days before; null where there was none';
comment on column reporting.engagement.raw is 'weighted events of twelve months, each halved every 180 days';
comment on column reporting.engagement.as_of is 'the day the score is for';
comment on column reporting.engagement.kinds_left_out is 'kinds of event whose data reach back less than twelve months and so do not count';

create view reporting.engagement_history as select member_id, month, score from copilot.engagement_history;
comment on view reporting.engagement_history is 'Engagement scores by month.';
comment on column reporting.engagement_history.member_id is 'iMIS party id';
comment on column reporting.engagement_history.month is 'first day of the month';
comment on column reporting.engagement_history.score is 'as of the month''s last day; of the month under way, as of the latest day computed';

-- In which order numbers were given: "how do you know" means the latest.
alter table copilot.receipts add column place bigint generated always as identity;
create index receipts_thread on copilot.receipts (thread, place);
