/* People as a call describes them: stand-ins put back into ids, checked, stored by content, said in words. */
import { HiddenByRights } from '../../src/access/refusals.js';
import { requirePermission } from '../../src/access/require.js';
import { ExpectedError } from '../../src/errors.js';
import { findMembers } from '../../src/members/find.js';
import { banded } from '../../src/population/banded.js';
import { check } from '../../src/population/check.js';
import type { Definition } from '../../src/population/definition.js';
import { keepDefinition } from '../../src/population/keep.js';
import { asksForMoney } from '../../src/population/money-asked.js';
import { namingOf } from '../../src/population/naming.js';
import { definitionId } from '../../src/population/normal.js';
import { mapParts, partsOf } from '../../src/population/parts.js';
import type { Vocabulary } from '../../src/population/vocabulary.js';
import { type Said, say } from '../../src/population/words.js';
import { candidatesOf } from '../../src/privacy/placeholders.js';
import { membersOf } from '../../src/privacy/pseudonyms.js';
import type { ToolContext } from '../define.js';
import { moneySight, requireMoney } from '../money.js';
import { PLACEHOLDER, PSEUDONYM } from '../parameters.js';
import type { View } from '../perspective.js';
import { PersonAmbiguous } from './one-person.js';
import { scopeWords } from './scope-words.js';

export interface Described {
  readonly definition: Definition;
  /** Under which it is stored. */
  readonly id: string;
  readonly said: Said;
  /** With which it was read. */
  readonly vocabulary: Vocabulary;
}

class NoEmployer extends ExpectedError {
  readonly kind = 'no_employer';
  constructor(who: string) {
    super(`${who} is no organisation with a record.`, 'Name an organisation that people work for.');
  }
}

class NoStaff extends ExpectedError {
  readonly kind = 'no_staff';
  constructor(who: string) {
    super(`${who} is no member of the staff.`, 'Name somebody of the staff to whom members are assigned.');
  }
}

/** What was asked is not quite what was looked at. */
const MOVED = 'your role sees money as bands, so that amounts asked for are moved to the nearest edge of a band';

/**
 * About people, it is said beside which of them the actor sees; about one person it is not, who is seen or hidden as
 * such. Throws what `check` throws, NotPermitted of money and of ranks, PersonAmbiguous, HiddenByRights,
 * NoEmployer and NoStaff.
 */
export async function describe(
  given: Definition,
  view: View,
  context: ToolContext,
  about: 'people' | 'person' = 'people',
): Promise<Described> {
  const { database } = context;
  if (asksForMoney(given)) requireMoney(context.actor);
  if (picksOut(given)) requirePermission(context.actor, 'people.read');
  const vocabulary = await context.vocabulary();
  const exact = check(await withIds(given, context), vocabulary);
  const definition = moneySight(context.actor, 'many') === 'bands' ? banded(exact) : exact;
  const id = await keepDefinition(database, definition);
  const said = say(definition, view, vocabulary, await namingOf(database, definition));
  const seen = about === 'people' ? scopeWords(context.actor.scope, vocabulary) : [];
  const moved = definitionId(exact) === id ? [] : [MOVED];
  return { definition, id, said: { ...said, assumptions: [...said.assumptions, ...moved, ...seen] }, vocabulary };
}

/** A rank or a draw names how many it takes: with a condition beside it, it would tell of one person at a time. */
const picksOut = (definition: Definition): boolean =>
  definition.op === 'top' || definition.op === 'sample' || partsOf(definition).some(picksOut);

/** Also inside a relation, a rank and a draw. */
async function withIds(definition: Definition, context: ToolContext): Promise<Definition> {
  const parts = await Promise.all(partsOf(definition).map((part) => withIds(part, context)));
  if (parts.length > 0) {
    let at = 0;
    return mapParts(definition, (part) => parts[at++] ?? part);
  }
  if (definition.op !== 'field') return definition;
  const { field, test } = definition;
  const idOf = field === 'employer' ? organizationOf : field === 'relationship_manager' ? staffOf : undefined;
  if (!idOf || !('in' in test)) return definition;
  return { ...definition, test: { in: await Promise.all(test.in.map((who) => idOf(who, context))) } };
}

async function organizationOf(who: string, { database, actor, clock, settings }: ToolContext): Promise<string> {
  const found = await findMembers(database, {
    actor,
    who,
    today: clock.today(),
    graceDays: settings.association.graceDays,
  });
  if (found.kind === 'hidden') throw new HiddenByRights();
  const lines = found.kind === 'one' ? [found.member] : found.kind === 'several' ? found.members : [];
  const organizations = lines.filter(({ kind }) => kind === 'organization');
  const [only] = organizations;
  if (organizations.length > 1) throw new PersonAmbiguous(organizations, organizations.length);
  if (!only) throw new NoEmployer(who);
  return (await membersOf(database, [only.member])).get(only.member) ?? who;
}

async function staffOf(who: string, { database }: ToolContext): Promise<string> {
  const meant = PSEUDONYM.test(who)
    ? [...(await membersOf(database, [who])).values()]
    : PLACEHOLDER.test(who)
      ? [...(await candidatesOf(database, [who])).values()].flat().map(({ memberId }) => memberId)
      : [who];
  const { rows } = await database.query<{ member_id: string }>(
    'select member_id from imis.users where is_staff and member_id = any($1::text[])',
    [meant],
  );
  const [only] = rows;
  if (!only || rows.length > 1) throw new NoStaff(who);
  return only.member_id;
}
