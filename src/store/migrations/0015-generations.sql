-- The log of model calls grows to what an auditor asks: which version answered, which words led it, which records it was
-- told of (pseudonyms), and why it failed. Still never the words of a prompt or an answer.
alter table copilot.generations
  add column kind           text not null default 'chat' check (kind in ('chat', 'inference')),
  add column model_version  text,
  add column prompt_id      text,
  add column prompt_version integer,
  add column records        text[] not null default '{}',
  add column failure        text;
comment on column copilot.generations.kind is 'chat: an answer or a call of tools; inference: a score, a label, a vector';
comment on column copilot.generations.model_version is 'what the endpoint says answered, where its name is an alias';
comment on column copilot.generations.prompt_id is 'file of prompts/ that led the messages';
comment on column copilot.generations.records is 'pseudonyms and placeholders that stood in what was sent';
comment on column copilot.generations.failure is 'the kind of a refusal or failure, a word of ours';
create index generations_actor on copilot.generations (actor_id, generation_id);
create index generations_thread on copilot.generations (thread, generation_id);

-- What was typed in the last turns of a conversation, so that a note quotes it letter for letter also after a restart.
-- It names people, so it is kept encrypted; the key lies outside the database.
create table copilot.typed_lately (
  typed_id bigint generated always as identity primary key,
  thread   text not null,
  at       timestamptz not null,
  sealed   bytea not null
);
create index typed_lately_thread on copilot.typed_lately (thread, typed_id desc);
create index typed_lately_at on copilot.typed_lately (at);
comment on table copilot.typed_lately is 'Encrypted (AES-256-GCM, bound to the conversation); the last messages of each, for a day.';
