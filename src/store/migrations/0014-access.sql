-- Who may sign in and with which rights: what an association's own iMIS roles mean here, identities of its provider that
-- an administrator linked to users of iMIS, and since when a browser is signed in.

create table copilot.role_mappings (
  imis_role  text primary key,
  role       text check (role in ('membership', 'marketing', 'finance', 'community', 'leadership', 'chapter_manager',
                                  'administrator')),
  changed_by text not null,
  changed_at timestamptz not null
);
comment on table copilot.role_mappings is 'What an iMIS role means here where an administrator said so; other roles mean what docs/operator-guide.md lists.';
comment on column copilot.role_mappings.imis_role is 'name in iMIS without spaces and in small letters';
comment on column copilot.role_mappings.role is 'null: gives nothing';

create table copilot.identity_links (
  issuer    text not null,
  subject   text not null,
  member_id text not null,
  linked_by text not null,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index identity_links_member on copilot.identity_links (member_id);
comment on table copilot.identity_links is 'Identities of a provider (an object id, never a name or an address) and the iMIS user each belongs to.';

-- A session ends a while after the last request as well as at its end.
alter table copilot.sessions add column begun_at timestamptz not null default now();
alter table copilot.sessions add column seen_at timestamptz not null default now();
create index sessions_member on copilot.sessions (member_id);
