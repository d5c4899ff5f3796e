-- What was shown to, or kept from, whoever sees numbers of people only: sets of members and their values, so that no
-- second answer differs from an earlier one by so few people that taking one from the other tells of them.
create table copilot.disclosures (
  actor_id    text not null,
  answer      text not null,
  unit        text not null,
  members     text[] not null,
  amounts     text[],
  size        integer generated always as (cardinality(members)) stored,
  is_shown    boolean not null,
  answered_at timestamptz not null,
  primary key (actor_id, answer, unit)
);
create index disclosures_size on copilot.disclosures (actor_id, unit, size);
comment on table copilot.disclosures is 'sets behind the numbers told to those who see aggregates only, kept for a month';
comment on column copilot.disclosures.answer is 'content address of a definition, with the group or part of it';
comment on column copilot.disclosures.unit is 'members, or what was summed; only like is compared with like';
comment on column copilot.disclosures.amounts is 'one for each member; null where members were counted';
comment on column copilot.disclosures.is_shown is 'false: kept back, so that nothing near it is shown later';
