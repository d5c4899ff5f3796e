-- Free text as programs, models and reports may read it: without names, contact details, numbers of cards and accounts
-- and birth dates. Written by the copilot from imis.texts, which keeps the words as they are; nothing here is from iMIS.

create table copilot.redacted_texts (
  text_id     text primary key,
  member_id   text,
  kind        text not null,
  occurred_on date,
  event_id    text,
  subject     text,
  body        text not null,
  -- Which rules were applied, and to what: the text and the member's own record. Where either differs, it is done again.
  redactor    text not null,
  source_hash text not null,
  redacted_at timestamptz not null
);
create index redacted_texts_member on copilot.redacted_texts (member_id, occurred_on);
comment on table copilot.redacted_texts is 'Every text of imis.texts without personal details.';

create view reporting.feedback as
select t.text_id as feedback_id, t.member_id, t.kind as source, t.occurred_on, t.event_id, s.rating, t.subject, t.body
from copilot.redacted_texts t
left join imis.survey_answers s on t.kind = 'survey' and s.answer_id = substr(t.text_id, length('survey-') + 1)
where t.kind in ('case', 'post', 'survey', 'email');
comment on view reporting.feedback is 'What members wrote: cases, posts, survey answers and e-mails, without personal details.';
comment on column reporting.feedback.feedback_id is 'the kind and the key in iMIS: case-17, post-4, survey-9, email-3';
comment on column reporting.feedback.member_id is 'iMIS party id of who wrote it';
comment on column reporting.feedback.source is 'case, post, survey or email';
comment on column reporting.feedback.occurred_on is 'the association''s own calendar day it was opened, posted, answered or received';
comment on column reporting.feedback.event_id is 'the event it evaluates, where there is one';
comment on column reporting.feedback.rating is '1 to 5, where one was asked';
comment on column reporting.feedback.subject is 'subject, or the question of a survey; personal details are replaced, such as [name]';
comment on column reporting.feedback.body is 'the words; personal details are replaced, such as [name], [email] or [phone]';

create view reporting.staff_texts as
select t.text_id, t.member_id, t.kind, t.occurred_on, t.subject, t.body
from copilot.redacted_texts t
where t.kind not in ('case', 'post', 'survey', 'email');
comment on view reporting.staff_texts is 'What staff wrote about members: notes, how cases were resolved and other activities, without personal details.';
comment on column reporting.staff_texts.text_id is 'key of the activity in iMIS; case_resolution-17 for how case 17 was resolved';
comment on column reporting.staff_texts.member_id is 'iMIS party id of whom it is about';
comment on column reporting.staff_texts.kind is 'note, case_resolution or another kind of activity';
comment on column reporting.staff_texts.occurred_on is 'the association''s own calendar day';
comment on column reporting.staff_texts.subject is 'subject; personal details are replaced, such as [name]';
comment on column reporting.staff_texts.body is 'the words; personal details are replaced, such as [name], [email] or [phone]';
