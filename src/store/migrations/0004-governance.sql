-- Pseudonyms, the audit chain, receipts, what a conversation should be told, and the log of model calls. No table here
-- holds a name, a contact detail or free text; a tool's arguments are kept as the model wrote them, with stand-ins for people.

-- Names as words: without case, accents and punctuation, so that "O'Brien", "o’brien" and "OBRIEN" are one. The same
-- steps in the same order as normal() in src/privacy/name-words.ts; a test compares the two.
-- One word of plain letters, which most names are, takes the short way.
create function imis.name_words(words text) returns text
language sql immutable parallel safe cost 50 as $$
  select case
    when words ~ '^[A-Za-z]+$'
      and lower(words) not in ('mr', 'mrs', 'ms', 'dr', 'prof', 'jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md', 'cpa', 'esq')
    then lower(words)
    else btrim(regexp_replace(
      regexp_replace(
        translate(
          replace(replace(replace(replace(
            lower(regexp_replace(normalize(words, nfkd), '[\u0300-\u036f''’‘ʼ`´]', '', 'g')),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
          'øłđðı', 'olddi'),
        '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'),
      '(^| )(mr|mrs|ms|dr|prof|jr|sr|ii|iii|iv|phd|md|cpa|esq)(?= |$)', '', 'g'))
  end
$$;

-- Every way one record may be named in a sentence: full name (with and without middle initials), first and last in both
-- orders, the informal name, each of them alone, and street lines. Words that stand alone count only when capitalised.
create function imis.name_phrases(full_name text, first_name text, last_name text, informal_name text, address_lines text[])
returns text[] language plpgsql immutable parallel safe cost 1000 as $$
declare
  whole text;
  first text := imis.name_words(first_name);
  last text := imis.name_words(last_name);
  informal text := imis.name_words(informal_name);
  line text;
  phrases text[];
begin
  if full_name = first_name || ' ' || last_name and first <> '' and last <> '' then
    whole := first || ' ' || last;
  else
    whole := imis.name_words(full_name);
  end if;
  phrases := array[whole, regexp_replace(whole, ' [a-z](?= )', '', 'g'), first, last, informal,
    first || ' ' || last, last || ' ' || first, informal || ' ' || last, last || ' ' || informal];
  foreach line in array address_lines loop
    if line ~* '^ *([0-9]|p[. ]*o[. ]*box)' then
      phrases := phrases || imis.name_words(line);
    end if;
  end loop;
  return array_remove(phrases, null);
end $$;

create function imis.phone_digits(phone text) returns text language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(phone, '[xX].*$', ''), '[^0-9]', '', 'g')
$$;

create index identity_phrases on imis.identity
  using gin (imis.name_phrases(full_name, first_name, last_name, informal_name, address_lines));
create index parties_city_words on imis.parties (imis.name_words(city));
create index identity_phone on imis.identity (right(imis.phone_digits(phone), 7));

create table copilot.pseudonyms (
  pseudonym   text primary key check (pseudonym ~ '^M-[0-9A-Z]{6}$'),
  member_id   text not null unique,
  assigned_at timestamptz not null default now()
);
comment on table copilot.pseudonyms is 'One random, lasting pseudonym for each record a model was told of.';

create table copilot.placeholders (
  placeholder text primary key check (placeholder ~ '^N-[0-9A-Z]{6}$'),
  member_ids  text[] not null,
  parts       text[] not null,
  candidates  text not null unique,
  assigned_at timestamptz not null default now()
);
comment on table copilot.placeholders is 'A typed name that several records share: which records, never the name.';
comment on column copilot.placeholders.parts is 'for each record, which part of it was typed: full, first, last, email ...';
comment on column copilot.placeholders.candidates is 'hash of records and parts: the same typed name keeps its placeholder';

create table copilot.audit (
  sequence      bigint primary key,
  at            timestamptz not null,
  kind          text not null,
  actor_id      text not null,
  subject       text not null,
  facts         jsonb not null,
  previous_hash text not null,
  hash          text not null
);
comment on table copilot.audit is 'Append only. Each row hashes its content and the hash before it; facts hold ids, never names or free text.';

-- The last row's number and hash: says when rows were cut from the end, and is the lock that puts appends in a row.
create table copilot.audit_head (
  id       boolean primary key default true check (id),
  sequence bigint not null,
  hash     text not null
);
insert into copilot.audit_head (sequence, hash) values (0, repeat('0', 64));

create function copilot.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append only: % refused', lower(tg_op);
end $$;
create trigger append_only before update or delete on copilot.audit
  for each row execute function copilot.refuse_change();
create trigger never_emptied before truncate on copilot.audit
  for each statement execute function copilot.refuse_change();

create table copilot.receipts (
  receipt_id  text primary key check (receipt_id ~ '^R-[0-9A-Z]{6}$'),
  value       double precision not null,
  unit        text not null,
  definition  text,
  tool        text not null,
  arguments   jsonb not null,
  as_of       date not null,
  read_at     text not null,
  population  text not null,
  thread      text not null,
  actor_id    text not null,
  recorded_at timestamptz not null
);
comment on table copilot.receipts is 'Where a number came from: enough to open its rows and to compute it again.';

create table copilot.thread_events (
  event_id bigint generated always as identity primary key,
  thread   text not null,
  kind     text not null,
  facts    jsonb not null,
  at       timestamptz not null,
  read_at  timestamptz
);
create index thread_events_unread on copilot.thread_events (thread, event_id) where read_at is null;
comment on table copilot.thread_events is 'What a conversation should be told at its next turn: decisions and results, whichever surface they came from.';

create table copilot.generations (
  generation_id bigint generated always as identity primary key,
  at            timestamptz not null,
  actor_id      text not null,
  thread        text not null,
  model         text not null,
  is_offline    boolean not null,
  outcome       text not null check (outcome in ('answered', 'refused', 'failed')),
  milliseconds  integer not null,
  messages      integer not null,
  prompt_bytes  integer not null,
  reply_bytes   integer not null,
  input_tokens  integer,
  output_tokens integer,
  tools         text[] not null
);
create index generations_at on copilot.generations (at);
comment on table copilot.generations is 'Each call of a model: for whom, which model, how much; never the words.';
