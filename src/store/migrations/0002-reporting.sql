-- Documented views for BI tools, evaluations and gold SQL. Days are dates, amounts minor units, member_id is text.

create view reporting.members as
select p.member_id,
       p.kind,
       case
         when p.status = 'deceased' then 'deceased'
         when c.paid_through is null then 'prospect'
         when p.status = 'suspended' then 'suspended'
         when c.paid_through >= a.today then 'active'
         when c.paid_through >= a.today - a.grace_days then 'grace'
         else 'lapsed'
       end as status,
       c.member_type as tier_code,
       t.name as tier,
       c.joined_on,
       c.paid_through as expires_on,
       c.paid_through + a.grace_days as drops_on,
       (select g.group_id
        from imis.group_members g join imis.groups k on k.group_id = g.group_id and k.kind = 'chapter'
        where g.member_id = p.member_id and g.is_active
        order by g.begins_on desc nulls last, g.group_id limit 1) as chapter_id,
       (select k.name
        from imis.group_members g join imis.groups k on k.group_id = g.group_id and k.kind = 'chapter'
        where g.member_id = p.member_id and g.is_active
        order by g.begins_on desc nulls last, g.group_id limit 1) as chapter,
       p.city,
       p.state,
       p.country,
       p.job_title,
       p.employer_id,
       o.industry,
       o.employees
from imis.parties p
cross join copilot.association a
left join imis.contacts c on c.member_id = p.member_id
left join imis.tiers t on t.tier_code = c.member_type
left join imis.organizations o on o.member_id = p.member_id
where not exists (select 1 from imis.users u where u.member_id = p.member_id and u.is_staff);

create view reporting.organizations as
select member_id, status, tier_code, tier, joined_on, expires_on, state, industry, employees
from reporting.members where kind = 'organization';

create view reporting.affiliations as
select member_id, employer_id as organization_id, job_title from imis.parties
where kind = 'person' and employer_id is not null;

create view reporting.terms as
select term_id, member_id, tier_code, begins_on, ends_on, dues, currency, paid_on, is_comp from imis.terms;

create view reporting.invoices as
select invoice_id, member_id, bill_to_id, source_system, invoiced_on, due_on, total, balance, currency from imis.invoices;

create view reporting.invoice_lines as
select invoice_line_id, invoice_id, member_id, line_kind, item_code, quantity, amount, currency, begins_on, through_on,
       is_prorated, is_comp
from imis.invoice_lines;

create view reporting.payments as
select payment_id, invoice_id, member_id, paid_on, amount, currency, method, status from imis.payments;

create view reporting.events as
select event_id, code, name, series, event_type, status, begins_on, ends_on,
       exists (select 1 from imis.attendance a where a.event_id = e.event_id) as attendance_taken, city, state
from imis.events e;

create view reporting.registrations as
select r.registration_id, r.event_id, r.member_id, r.registered_on, r.status,
       case
         when exists (select 1 from imis.attendance a where a.event_id = r.event_id)
         then exists (select 1 from imis.attendance a
                      where a.event_id = r.event_id and a.member_id = r.member_id and a.attended)
       end as attended
from imis.registrations r;

create view reporting.activities as
select activity_id, member_id, kind, occurred_on, author_id from imis.activities;

create view reporting.groups as select group_id, kind, name from imis.groups;

create view reporting.group_members as
select group_member_id, group_id, member_id, role, begins_on, ends_on, is_active from imis.group_members;

create view reporting.messages as
select message_id, member_id, campaign, purpose, sent_on, opened_on, clicked_on, bounced from imis.messages;

create view reporting.consents as
select consent_id, member_id, channel, purpose, is_granted, decided_on from imis.consents;

create view reporting.staff as
select u.member_id as staff_id, u.roles, u.disabled from imis.users u where u.is_staff;

create view reporting.assignments as
select assignment_id, member_id, staff_id, is_primary, begins_on, ends_on from imis.assignments;

-- Names and contact details: for administrators and evaluations only.
create view reporting.identities as
select member_id, full_name, first_name, last_name, email, phone, user_name from imis.identity;

comment on view reporting.members is 'Every person and organisation that is not staff, with today''s membership.';
comment on column reporting.members.member_id is 'iMIS party id';
comment on column reporting.members.kind is 'person or organization';
comment on column reporting.members.status is 'active (the term covers today), grace, lapsed, suspended, prospect (never a member) or deceased';
comment on column reporting.members.tier_code is 'iMIS member type';
comment on column reporting.members.tier is 'name of the tier';
comment on column reporting.members.joined_on is 'first join';
comment on column reporting.members.expires_on is 'last day of the present or last term (iMIS PaidThrough)';
comment on column reporting.members.drops_on is 'last day of grace';
comment on column reporting.members.chapter_id is 'group id of the chapter joined last, of those still active';
comment on column reporting.members.chapter is 'name of that chapter';
comment on column reporting.members.city is 'city of the preferred address';
comment on column reporting.members.state is 'state of the preferred address, two letters';
comment on column reporting.members.country is 'country code of the preferred address';
comment on column reporting.members.job_title is 'title at the employer';
comment on column reporting.members.employer_id is 'member_id of the organisation';
comment on column reporting.members.industry is 'industry code (organisations)';
comment on column reporting.members.employees is 'number of employees (organisations)';
