-- Definitions of people, stored once by the hash of their normal form: an id always means the same people.
create table copilot.definitions (
  definition_id text primary key check (definition_id ~ '^D-[0-9a-f]{20}$'),
  language_version integer not null,
  definition    jsonb not null,
  created_at    timestamptz not null default now()
);
