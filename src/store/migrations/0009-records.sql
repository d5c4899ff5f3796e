-- What else iMIS holds of a member: cases, posts, answers, letters, pages, courses, service, gifts. One row a record.
-- Free text is in imis.texts alone, under the record's key with its kind before it: 'case-17', 'case_resolution-17',
-- 'post-4', 'survey-9', 'email-3'.

create table imis.cases (
  case_id   text primary key,
  member_id text not null,
  category  text not null,
  status    text not null check (status in ('open', 'closed')),
  priority  text,
  opened_on date not null,
  closed_on date
);
create index cases_member on imis.cases (member_id, opened_on);

create table imis.posts (
  post_id   text primary key,
  member_id text not null,
  community text not null,
  thread_id text,
  posted_on date not null
);
create index posts_member on imis.posts (member_id, posted_on);

create table imis.survey_answers (
  answer_id   text primary key,
  member_id   text not null,
  survey      text not null,
  event_id    text,
  rating      integer,
  answered_on date not null
);
create index survey_answers_member on imis.survey_answers (member_id, answered_on);

-- Letters members wrote to a mailbox of the association; what the association sent is in imis.messages.
create table imis.emails (
  email_id    text primary key,
  member_id   text not null,
  mailbox     text not null,
  received_on date not null
);
create index emails_member on imis.emails (member_id, received_on);

create table imis.page_views (
  page_view_id text primary key,
  member_id    text not null,
  page         text not null,
  viewed_on    date not null
);
create index page_views_member on imis.page_views (member_id, viewed_on);

create table imis.downloads (
  download_id   text primary key,
  member_id     text not null,
  document      text not null,
  downloaded_on date not null
);
create index downloads_member on imis.downloads (member_id, downloaded_on);

create table imis.credits (
  credit_id   text primary key,
  member_id   text not null,
  course_code text not null,
  course      text not null,
  credit_type text not null,
  credits     numeric not null,
  earned_on   date not null
);
create index credits_member on imis.credits (member_id, earned_on);

create table imis.certifications (
  certification_id text primary key,
  member_id        text not null,
  program          text not null,
  status           text not null check (status in ('in_progress', 'certified', 'expired')),
  required_credits numeric not null,
  earned_credits   numeric not null,
  started_on       date not null,
  certified_on     date,
  expires_on       date
);
create index certifications_member on imis.certifications (member_id);

create table imis.volunteer_hours (
  volunteer_id text primary key,
  member_id    text not null,
  role         text not null,
  hours        numeric not null,
  served_on    date not null
);
create index volunteer_hours_member on imis.volunteer_hours (member_id, served_on);

create table imis.purchases (
  purchase_id  text primary key,
  member_id    text not null,
  product_code text not null,
  product      text not null,
  category     text not null,
  quantity     numeric not null,
  amount       bigint not null,
  currency     text not null,
  purchased_on date not null
);
create index purchases_member on imis.purchases (member_id, purchased_on);

create table imis.donations (
  donation_id text primary key,
  member_id   text not null,
  fund        text not null,
  amount      bigint not null,
  currency    text not null,
  donated_on  date not null
);
create index donations_member on imis.donations (member_id, donated_on);

create table imis.sponsorships (
  sponsorship_id text primary key,
  member_id      text not null,
  event_id       text,
  level          text not null,
  amount         bigint not null,
  currency       text not null,
  begins_on      date not null,
  ends_on        date
);
create index sponsorships_member on imis.sponsorships (member_id, begins_on);

create table imis.payment_plans (
  plan_id           text primary key,
  member_id         text not null,
  invoice_id        text,
  installments      integer not null,
  paid_installments integer not null,
  begins_on         date not null,
  status            text not null check (status in ('running', 'finished', 'broken'))
);
create index payment_plans_member on imis.payment_plans (member_id);

create table imis.renewal_settings (
  member_id  text primary key,
  auto_renew boolean not null
);

-- As 0001 does for the first tables: source columns, history, trigger.
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
      and not exists (select 1 from information_schema.tables h
                      where h.table_schema = 'imis_history' and h.table_name = t.table_name)
  loop
    execute format('alter table imis.%I add column source_key text, add column source_updated_on timestamp,
      add column read_at timestamptz not null default now(), add column content_hash text not null default ''''', synced);
    execute format('create table imis_history.%I (superseded_at timestamptz not null, is_gone boolean not null, like imis.%I)',
      synced, synced);
    execute format('create trigger keep_history after update or delete on imis.%I for each row execute function imis_history.keep()', synced);
    execute format('create index on imis_history.%I (%I, superseded_at)', synced, key);
  end loop;
end $$;

create view reporting.cases as
select case_id, member_id, category, status, priority, opened_on, closed_on from imis.cases;
create view reporting.posts as select post_id, member_id, community, thread_id, posted_on from imis.posts;
create view reporting.survey_answers as
select answer_id, member_id, survey, event_id, rating, answered_on from imis.survey_answers;
create view reporting.emails as select email_id, member_id, mailbox, received_on from imis.emails;
create view reporting.page_views as select page_view_id, member_id, page, viewed_on from imis.page_views;
create view reporting.downloads as select download_id, member_id, document, downloaded_on from imis.downloads;
create view reporting.credits as
select credit_id, member_id, course_code, course, credit_type, credits, earned_on from imis.credits;
create view reporting.certifications as
select certification_id, member_id, program, status, required_credits, earned_credits, started_on, certified_on, expires_on
from imis.certifications;
create view reporting.volunteer_hours as
select volunteer_id, member_id, role, hours, served_on from imis.volunteer_hours;
create view reporting.purchases as
select purchase_id, member_id, product_code, product, category, quantity, amount, currency, purchased_on
from imis.purchases;
create view reporting.donations as
select donation_id, member_id, fund, amount, currency, donated_on from imis.donations;
create view reporting.sponsorships as
select sponsorship_id, member_id, event_id, level, amount, currency, begins_on, ends_on from imis.sponsorships;
create view reporting.payment_plans as
select plan_id, member_id, invoice_id, installments, paid_installments, begins_on, status from imis.payment_plans;
create view reporting.renewal_settings as select member_id, auto_renew from imis.renewal_settings;

-- A comment on every column, from one list, so that BI tools can show it.
do $$
declare
  described record;
begin
  for described in
    select c.table_name, c.column_name, coalesce(
      case c.column_name
        when 'member_id' then 'iMIS party id'
        when 'amount' then 'minor units of the currency'
        when 'currency' then 'ISO 4217'
        when 'event_id' then 'the event it belongs to, where there is one'
        when 'invoice_id' then 'the invoice it belongs to, where there is one'
        when 'rating' then '1 to 5, where one was asked'
        when 'status' then 'as iMIS has it'
        when 'hours' then 'hours served'
        when 'credits' then 'credits earned'
        when 'required_credits' then 'credits the certification needs'
        when 'earned_credits' then 'credits earned towards it'
        when 'installments' then 'how many there are'
        when 'paid_installments' then 'how many are paid'
        when 'auto_renew' then 'renews by itself'
      end,
      case when c.column_name like '%\_on' then 'the association''s own calendar day' end,
      case when c.column_name like '%\_id' then 'key in iMIS' end,
      replace(c.column_name, '_', ' ') || ', as iMIS has it') as about
    from information_schema.columns c
    where c.table_schema = 'reporting'
      and c.table_name in ('cases', 'posts', 'survey_answers', 'emails', 'page_views', 'downloads', 'credits',
        'certifications', 'volunteer_hours', 'purchases', 'donations', 'sponsorships', 'payment_plans', 'renewal_settings')
  loop
    execute format('comment on column reporting.%I.%I is %L', described.table_name, described.column_name, described.about);
  end loop;
end $$;
