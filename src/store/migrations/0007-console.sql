-- Signed-in browsers. The cookie's token is kept as a hash only.
create table copilot.sessions (
  token_hash bytea primary key,
  member_id  text not null,
  csrf       text not null,
  expires_at timestamptz not null
);
