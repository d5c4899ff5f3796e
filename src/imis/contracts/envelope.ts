/* What surrounds rows and refusals: the page of a list, validation results, the 401 body, and operations by name. */
import { memberOf } from './bag.js';
import { asiType, collection, isWire, typed, unwrapped, valuesOf, type Wire } from './wire.js';

/** Rows a page holds unless `limit` says otherwise. */
export const DEFAULT_LIMIT = 100;
/** iMIS gives at most this many rows a page, however many are asked for. */
export const MAX_LIMIT = 500;

export interface PageWindow {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
}

/** One page as a site sends it. `rowType` is the `$type` of a typed entity's summary, or of System.Object for queries. */
export function encodePage(rowType: string, rows: readonly Wire[], { offset, limit, total }: PageWindow): Wire {
  const next = offset + rows.length;
  const hasNext = next < total;
  return {
    $type: asiType('Core', `PagedResult\`1[[${rowType}]]`),
    Items: collection(`System.Collections.Generic.List\`1[[${rowType}]], mscorlib`, rows),
    Offset: offset,
    Limit: limit,
    Count: rows.length,
    TotalCount: total,
    // Null even when there is a next page: clients go by NextOffset, which is 0 on the last.
    NextPageLink: null,
    HasNext: hasNext,
    NextOffset: hasNext ? next : 0,
  };
}

export interface RawPage {
  readonly rows: readonly unknown[];
  readonly offset: number;
  readonly total: number;
  /** 0 on the last page. */
  readonly nextOffset: number;
}

/** The parts of a page, or undefined when the answer is no page at all. */
export function decodePage(wire: unknown): RawPage | undefined {
  if (!isWire(wire)) return undefined;
  const items = memberOf(wire, 'Items');
  const rows = isWire(items) ? items['$values'] : items;
  const [offset, total, nextOffset] = ['Offset', 'TotalCount', 'NextOffset'].map((name) => memberOf(wire, name));
  if (!Array.isArray(rows) || !isCount(offset) || !isCount(total) || !isCount(nextOffset)) return undefined;
  return { rows, offset, total, nextOffset };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Body of a 401. */
export const unauthorizedBody: Wire = {
  $type: 'System.Web.Http.HttpError, System.Web.Http',
  Message: 'Authorization has been denied for this request.',
};

export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** Body of a 400 with the reason phrase "Validation error". The `$type` of the entries is a guess. */
export const encodeValidation = (faults: readonly Fault[]): Wire => {
  const entries = asiType('Core', 'ValidationResultDataCollection');
  return typed(asiType('Core', 'ValidationResultsData'), {
    Errors: collection(
      entries,
      faults.map(({ field, message }) =>
        typed(asiType('Core', 'ValidationResultData'), { FieldName: field, Message: message }),
      ),
    ),
    Warnings: collection(entries, []),
    Summary: faults.map(({ message }) => message).join(' '),
  });
};

/** What a validation body complains of; [] when it is none. HTTP/2 has no reason phrase, so the body alone decides. */
export function decodeValidation(wire: unknown): readonly Fault[] {
  if (!isWire(wire)) return [];
  return valuesOf(memberOf(wire, 'Errors'))
    .filter(isWire)
    .map((entry) => ({
      field: String(memberOf(entry, 'FieldName') ?? ''),
      message: String(memberOf(entry, 'Message') ?? ''),
    }));
}

const PARAMETERS = 'System.Collections.ObjectModel.Collection`1[[System.Object, mscorlib]], mscorlib';
const TYPE_NAMES = 'System.Collections.ObjectModel.Collection`1[[System.String, mscorlib]], mscorlib';

/** POST /api/{entity}/_execute with texts as parameters. */
export const encodeExecute = (entity: string, operation: string, parameters: readonly string[]): Wire =>
  typed(asiType('Core', 'GenericExecuteRequest'), {
    OperationName: operation,
    EntityTypeName: entity,
    Parameters: collection(
      PARAMETERS,
      parameters.map((value) => ({ $type: 'System.String', $value: value })),
    ),
    ParameterTypeName: collection(
      TYPE_NAMES,
      parameters.map(() => 'System.String'),
    ),
    UseJson: false,
  });

/** The operation a request names, with its parameters as texts, or undefined when it names none. */
export function decodeExecute(
  wire: unknown,
): { readonly operation: string; readonly parameters: readonly string[] } | undefined {
  const operation = isWire(wire) ? memberOf(wire, 'OperationName') : undefined;
  if (!isWire(wire) || typeof operation !== 'string') return undefined;
  return { operation, parameters: valuesOf(memberOf(wire, 'Parameters')).map(unwrapped).map(String) };
}

/** The answer to an operation. A failed one comes with HTTP 200 too, so `succeeded` is to be looked at. */
export const encodeOperation = (result: unknown, failure?: string): Wire => ({
  $type: asiType('Core', 'ServiceResponse'),
  Result: result,
  // Numbers of ASI's status list; 0 is Success, the one for failure is a guess.
  StatusCode: failure === undefined ? 0 : 1,
  IsSuccessStatusCode: failure === undefined,
  Message: failure ?? null,
  ReasonPhrase: null,
  IsCachedResult: false,
});

export function decodeOperation(wire: unknown): { readonly succeeded: boolean; readonly result: unknown } | undefined {
  if (!isWire(wire) || typeof memberOf(wire, 'IsSuccessStatusCode') !== 'boolean') return undefined;
  return { succeeded: memberOf(wire, 'IsSuccessStatusCode') === true, result: memberOf(wire, 'Result') };
}

/** RoleData, what GetUserRoles lists. */
export const encodeRoles = (names: readonly string[]): Wire =>
  collection(
    asiType('Core', 'RoleDataCollection'),
    names.map((name) => typed(asiType('Core', 'RoleData'), { RoleKey: name, RoleName: name, Description: name })),
  );

export const decodeRoles = (wire: unknown): readonly string[] =>
  valuesOf(wire)
    .filter(isWire)
    .map((role) => memberOf(role, 'RoleName'))
    .filter((name) => typeof name === 'string');

/** A record asked for by `?EntityId=` may come as a page of one: which of the two is not documented. */
export function onlyRow(wire: unknown): unknown {
  const page = decodePage(wire);
  return page ? page.rows[0] : wire;
}
