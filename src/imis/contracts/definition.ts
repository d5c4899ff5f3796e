/* What a site says about its own queries and panel sources: columns, their types, and prompts. Doctor compares it with the pack. */
import type { ColumnType, IqaDefinition, PanelSource } from '../pack.js';
import { memberOf } from './bag.js';
import { QUERY_PROMPT, queryPath } from './endpoints.js';
import { asiType, collection, isWire, typed, valuesOf, type Wire } from './wire.js';

export interface StatedColumn {
  readonly name: string;
  /** As the site names it: String, Integer, DateTime ... or System.Int32. */
  readonly typeName: string;
}

export interface StatedQuery {
  readonly columns: readonly StatedColumn[];
  readonly prompts: readonly string[];
}

// DataTypeName of a query's column is a guess; PropertyTypeName of an entity's property has been seen.
const queryTypeNames: Readonly<Record<ColumnType, string>> = {
  text: 'System.String',
  integer: 'System.Int32',
  decimal: 'System.Decimal',
  boolean: 'System.Boolean',
  day: 'System.DateTime',
  time: 'System.DateTime',
};
const propertyTypeNames: Readonly<Record<ColumnType, string>> = {
  text: 'String',
  integer: 'Integer',
  decimal: 'Decimal',
  boolean: 'Boolean',
  day: 'DateTime',
  time: 'DateTime',
};

/** Result of QueryDefinition/_execute FindByPath. */
export const encodeQueryDefinition = (query: IqaDefinition): Wire =>
  typed(asiType('Core', 'QueryDefinitionData'), {
    Path: queryPath(query.name),
    Name: query.name,
    Parameters: collection(asiType('Core', 'QueryParameterDataCollection'), [
      typed(asiType('Core', 'QueryParameterData'), { Name: QUERY_PROMPT }),
    ]),
    Properties: collection(
      asiType('Core', 'QueryPropertyDataCollection'),
      query.columns.map((column) =>
        typed(asiType('Core', 'QueryPropertyData'), { Alias: column.name, DataTypeName: queryTypeNames[column.type] }),
      ),
    ),
  });

export function decodeQueryDefinition(wire: unknown): StatedQuery | undefined {
  if (!isWire(wire) || memberOf(wire, 'Properties') === undefined) return undefined;
  return {
    columns: statedColumns(wire, 'Alias', 'DataTypeName'),
    prompts: named(memberOf(wire, 'Parameters'), 'Name').map(({ name }) => name),
  };
}

/** Answer of GET /api/metadata/{entity}. */
export const encodeEntityDefinition = (
  entity: string,
  columns: readonly { readonly name: string; readonly type: ColumnType }[],
): Wire =>
  typed(asiType('Core', 'EntityDefinitionData'), {
    EntityTypeName: entity,
    Properties: collection(
      asiType('Core', 'PropertyTypeDataCollection'),
      columns.map((column) => {
        const typeName = propertyTypeNames[column.type];
        return typed(asiType('Core', `PropertyType${typeName}Data`), { PropertyTypeName: typeName, Name: column.name });
      }),
    ),
  });

/** Of a panel source: its columns after the key iMIS adds. */
export const encodePanelSource = (source: PanelSource): Wire =>
  encodeEntityDefinition(source.name, [
    { name: 'ID', type: 'text' },
    ...(source.instances === 'many a party' ? [{ name: 'Ordinal', type: 'integer' } as const] : []),
    ...source.columns,
  ]);

export function decodeEntityDefinition(wire: unknown): readonly StatedColumn[] | undefined {
  if (!isWire(wire) || memberOf(wire, 'Properties') === undefined) return undefined;
  return statedColumns(wire, 'Name', 'PropertyTypeName');
}

const statedColumns = (wire: Wire, name: string, typeName: string): readonly StatedColumn[] =>
  named(memberOf(wire, 'Properties'), name).map(({ name: column, entry }) => ({
    name: column,
    typeName: String(memberOf(entry, typeName) ?? ''),
  }));

function named(list: unknown, member: string): { name: string; entry: Wire }[] {
  return valuesOf(list)
    .filter(isWire)
    .map((entry) => ({ name: memberOf(entry, member), entry }))
    .filter((found): found is { name: string; entry: Wire } => typeof found.name === 'string');
}

const typeWords: Readonly<Record<ColumnType, RegExp>> = {
  text: /string|text|char|guid/i,
  integer: /int|long|short|byte/i,
  decimal: /decimal|monetary|money|double|float|int|long/i,
  boolean: /bool|bit/i,
  day: /date/i,
  time: /date|time/i,
};

/** Whether a type the site states can carry the pack's; a type it does not state is let pass. */
export const carries = (typeName: string, type: ColumnType): boolean =>
  typeName === '' || typeWords[type].test(typeName);
