/** A definition as it arrived, held against the catalogue and the association's own values. Fails closed. */
import { isMemberWindow } from '../domain/window.js';
import { nearest } from '../language/nearest.js';
import { checkedWhere, entryOf, idOf, oneOf } from './check-values.js';
import { EVERY_PURPOSE } from './contact-rows.js';
import { Definition, type EventWhere, Measure, type Test, type Window } from './definition.js';
import { DefinitionMalformed, FieldProtected, FieldUnknown, MeasureUnfit, TestUnfit } from './errors.js';
import { quantityKind } from './event-rows.js';
import { type Field, fieldNamed, fields, protectedFields } from './fields.js';
import { isOpenNow } from './money-rows.js';
import { mapParts } from './parts.js';
import { statusesThen } from './then-rows.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * The definition with every value as its id. Throws DefinitionMalformed, FieldUnknown, FieldProtected, TestUnfit,
 * MeasureUnfit or ValueUnknown (which names the nearest three).
 */
export function check(definition: unknown, vocabulary: Vocabulary): Definition {
  refuseProtected(definition);
  const parsed = Definition.safeParse(definition);
  if (!parsed.success) throw new DefinitionMalformed(faultsOf(parsed.error.issues));
  return checked(parsed.data, vocabulary);
}

/** A measure with every value as its id; throws as `check` does. */
export function checkMeasure(measure: unknown, vocabulary: Vocabulary): Measure {
  refuseProtected(measure);
  const parsed = Measure.safeParse(measure);
  if (!parsed.success) throw new DefinitionMalformed(faultsOf(parsed.error.issues));
  return checkedMeasure(parsed.data, vocabulary);
}

/** Before the shape is looked at: whoever asks for a protected field is told that, not that a key is missing. */
function refuseProtected(part: unknown): void {
  if (Array.isArray(part)) part.forEach(refuseProtected);
  if (typeof part !== 'object' || part === null) return;
  const { field, of, by } = part as { field?: unknown; of?: unknown; by?: unknown };
  if (typeof field === 'string' && isProtected(field)) throw new FieldProtected(field);
  refuseProtected(of);
  refuseProtected(by);
}

const isProtected = (field: string): boolean => protectedFields.has(field.toLowerCase().trim().replaceAll(' ', '_'));

const MOST_FAULTS = 3;

const faultsOf = (issues: readonly { readonly path: PropertyKey[]; readonly message: string }[]): string[] =>
  issues
    .slice(0, MOST_FAULTS)
    .map(({ path, message }) => (path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message));

function checked(definition: Definition, vocabulary: Vocabulary): Definition {
  const inner = mapParts(definition, (part) => checked(part, vocabulary));
  switch (inner.op) {
    case 'field':
      return { op: 'field', field: inner.field, test: checkedTest(inner.field, inner.test, vocabulary) };
    case 'event':
      checkWindow(inner.window);
      return narrowed(inner, vocabulary);
    case 'lifecycle':
      checkPattern(inner.pattern, inner.window);
      return narrowed(inner, vocabulary);
    case 'last':
      checkWindow(inner.window);
      if (isMemberWindow(inner.window) && 'term' in inner.window)
        throw new DefinitionMalformed(['the last one is looked for in days, not in a term']);
      return narrowed(inner, vocabulary);
    case 'money':
      checkMoney(inner);
      checkNumber(inner.measure, inner.test);
      return inner;
    case 'sum':
      checkWindow(inner.window);
      checkNumber(inner.quantity, inner.test);
      return narrowed(inner, vocabulary);
    case 'contactable':
      return { ...inner, purpose: purposeOf(inner.purpose, vocabulary) };
    case 'top':
      return { ...inner, by: checkedMeasure(inner.by, vocabulary) };
    case 'then':
      return { ...inner, test: { in: inner.test.in.map((value) => valueThen(inner.field, value, vocabulary)) } };
    default:
      return inner;
  }
}

function narrowed<Leaf extends Extract<Definition, { op: 'event' | 'lifecycle' | 'last' | 'sum' }>>(
  leaf: Leaf,
  vocabulary: Vocabulary,
): Leaf {
  const { where: given, ...rest } = leaf;
  const where = given && checkedWhere('kind' in leaf ? leaf.kind : quantityKind[leaf.quantity], given, vocabulary);
  return { ...rest, ...(where && { where }) } as Leaf;
}

export function checkedField(name: string): Field {
  if (isProtected(name)) throw new FieldProtected(name);
  const field = fieldNamed(name);
  if (!field)
    throw new FieldUnknown(
      name,
      nearest(
        name,
        fields.map((known) => known.name),
      ),
    );
  return field;
}

function checkedTest(name: string, test: Test, vocabulary: Vocabulary): Test {
  const field = checkedField(name);
  if (!fits(field, test)) throw new TestUnfit(name, field.type);
  if ('within' in test) checkWindow(test.within);
  checkNumber(name, test);
  if (!('in' in test) || !field.values) return test;
  return { in: test.in.map((value) => idOf(field, value, vocabulary)) };
}

function fits(field: Field, test: Test): boolean {
  if ('recorded' in test) return field.type !== 'flag';
  if ('in' in test) return ['choice', 'set', 'reference', 'text'].includes(field.type);
  if ('contains' in test) return field.type === 'text';
  if ('within' in test) return field.type === 'day';
  if ('between' in test || 'value' in test) return field.type === 'number';
  return field.type === 'flag';
}

function checkNumber(name: string, test: Test): void {
  if ('between' in test && test.between[0] > test.between[1])
    throw new DefinitionMalformed([`${name}: between ${test.between.join(' and ')} is empty`]);
}

function checkedMeasure(measure: Measure, vocabulary: Vocabulary): Measure {
  if ('field' in measure) {
    const field = checkedField(measure.field);
    if (field.type !== 'number' && field.type !== 'day') throw new MeasureUnfit(field.name, field.type);
    return measure;
  }
  if ('money' in measure) {
    checkMoney({ measure: measure.money, window: measure.window });
    return measure;
  }
  checkWindow(measure.window);
  const { where: given, ...rest } = measure;
  const kind = 'count' in measure ? measure.count : quantityKind[measure.quantity];
  const where: EventWhere | undefined = given && checkedWhere(kind, given, vocabulary);
  return { ...rest, ...(where && { where }) };
}

function checkMoney({ measure, window }: Pick<Extract<Definition, { op: 'money' }>, 'measure' | 'window'>): void {
  checkWindow(window);
  if (isOpenNow(measure) && window !== 'ever')
    throw new DefinitionMalformed([`${measure}: is what is open now, so its window is "ever"`]);
}

function purposeOf(purpose: string, vocabulary: Vocabulary): string {
  if (purpose.toLowerCase() === EVERY_PURPOSE) return EVERY_PURPOSE;
  return entryOf('purpose', purpose, vocabulary.purposes).id;
}

const valueThen = (field: 'tier' | 'status', value: string, vocabulary: Vocabulary): string =>
  field === 'tier' ? entryOf('tier', value, vocabulary.tiers).id : oneOf('status', value, statusesThen);

function checkWindow(window: Window): void {
  if (typeof window !== 'object') return;
  if ('relativeTo' in window && window.fromDays > window.toDays)
    throw new DefinitionMalformed(['a window ends before it begins']);
  if (('from' in window || 'to' in window) && isBackwards(window))
    throw new DefinitionMalformed(['a window ends before it begins']);
}

/** "First time" can be asked of all time; to have stopped or resumed there must be a time before. */
function checkPattern(pattern: string, window: Window): void {
  checkWindow(window);
  if (isMemberWindow(window))
    throw new DefinitionMalformed([`${pattern}: needs days of the calendar, not of each member's own`]);
  const isOpen = window === 'ever' || (typeof window === 'object' && !('calendar' in window) && !hasBegin(window));
  if (isOpen && pattern !== 'first_time')
    throw new DefinitionMalformed([`${pattern}: needs a window with a first day`]);
}

const hasBegin = (window: Exclude<Window, 'ever'>): boolean =>
  'last' in window || 'next' in window || ('from' in window && window.from !== undefined);

const isBackwards = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from !== undefined && to !== undefined && from !== 'today' && to !== 'today' && from > to;
