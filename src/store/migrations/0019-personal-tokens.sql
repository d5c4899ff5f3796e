-- Tokens with which a member of the staff lets an AI client speak for them. Of the token itself only its SHA-256 is kept.
create table copilot.personal_tokens (
  id           text primary key,
  member_id    text not null,
  name         text not null check (char_length(name) between 1 and 60),
  token_hash   bytea not null unique check (length(token_hash) = 32),
  scopes       text[] not null check (cardinality(scopes) > 0 and scopes <@ array['copilot.read', 'copilot.propose']),
  created_at   timestamptz not null,
  expires_at   timestamptz not null check (expires_at > created_at),
  last_used_at timestamptz,
  revoked_at   timestamptz,
  revoked_by   text,
  check ((revoked_at is null) = (revoked_by is null))
);
create index personal_tokens_member on copilot.personal_tokens (member_id, created_at);
comment on table copilot.personal_tokens is 'Tokens by which AI clients speak for a member of the staff; the token is shown once and not kept.';
comment on column copilot.personal_tokens.member_id is 'iMIS party id of whoever made it and is spoken for';
comment on column copilot.personal_tokens.name is 'what the person calls it, such as the client it is for';
comment on column copilot.personal_tokens.last_used_at is 'noted at most once a minute';
comment on column copilot.personal_tokens.revoked_by is 'iMIS party id: the person, or an administrator';
