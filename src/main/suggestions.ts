import { inScope } from '../access/scope.js';
import type { Actor } from '../domain/actor.js';
import type { Database } from '../store/database.js';

type Row = { full_name: string };

// Somebody whose name is nobody else's, so that the example answers and does not ask which.
const somebody = (scoped: string): string => `
  select i.full_name from reporting.members m join imis.identity i on i.member_id = m.member_id
  where m.status = 'active' and m.kind = 'person' and ${scoped}
    and not exists (select 1 from imis.identity other where lower(other.full_name) = lower(i.full_name) and other.member_id <> i.member_id)
  order by m.member_id limit 1`;

/** What this actor could ask first: only what the actor's rights and the data allow. */
export async function suggestionsFor(database: Database, actor: Actor): Promise<readonly string[]> {
  const chapters = await database.query<{ name: string }>(
    `select name from imis.groups where kind = 'chapter' and ($1::text[] is null or group_id = any($1)) order by name`,
    [actor.scope.kind === 'chapters' ? actor.scope.chapters : null],
  );
  const place = chapters.rows.find(({ name }) => name === 'Texas')?.name ?? chapters.rows[0]?.name;
  const scoped = inScope(actor.scope, 'm.member_id', 1);
  const person = actor.permissions.has('people.read')
    ? (await database.query<Row>(somebody(scoped.sql), scoped.parameters)).rows[0]?.full_name
    : undefined;
  return [
    ...(place ? [`How many active members do we have in ${place}?`] : []),
    'How many members joined last quarter?',
    ...(person
      ? ['Lapsed members who came to an event this year', `Show me ${person}`]
      : ['How many lapsed members came to an event this year?']),
    ...(person && actor.permissions.has('notes.propose')
      ? [`Add a note to ${person} that they called about the conference`]
      : []),
  ];
}
