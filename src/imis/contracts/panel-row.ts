/*
 * A row of a panel source of the set-up pack. Sources with one row a party are keyed by the party, the others by party
 * and ordinal. That ID is the property of the parent's key, and Ordinal the other one, is what is seen in use: a site
 * whose table says otherwise is a matter of this file alone.
 */
import type { Column, PanelSource } from '../pack.js';
import { compositeId } from './address.js';
import { bag, identityElements } from './bag.js';
import { Fields, type Reading } from './reading.js';
import { decodeValue, type IqaRow } from './row.js';
import { type Wire, wireDay, wrapped } from './wire.js';

/** A row to be added. */
export interface NewPanelRow {
  readonly partyId: string;
  /** By column of the pack. */
  readonly values: IqaRow;
}

export interface PanelRow extends NewPanelRow {
  /** The party's id, or `~party|ordinal` where a party has several. */
  readonly rowId: string;
}

const isMany = (source: PanelSource): boolean => source.instances === 'many a party';

const ordinalOf = (rowId: string | undefined): string | undefined => rowId?.split('|')[1];

/** A row as it is sent; without `rowId` iMIS numbers it. Columns without a value are left out. */
export function encodePanelRow(source: PanelSource, row: NewPanelRow & { readonly rowId?: string }): Wire {
  const ordinal = isMany(source) ? ordinalOf(row.rowId) : undefined;
  return bag({
    entity: source.name,
    identity: row.rowId === undefined ? [] : ordinal === undefined ? [row.partyId] : [row.partyId, ordinal],
    parent: { entity: 'Party', id: row.partyId },
    properties: {
      ID: row.partyId,
      Ordinal: ordinal === undefined ? undefined : wrapped('integer', Number(ordinal)),
      ...Object.fromEntries(
        source.columns.map((column) => [column.name, encodeValue(column, row.values[column.name])]),
      ),
    },
  });
}

function encodeValue({ type }: Column, value: IqaRow[string]): unknown {
  if (value === undefined) return undefined;
  if (type === 'text' || type === 'time') return String(value);
  if (type === 'day') return wireDay(value as Parameters<typeof wireDay>[0]);
  return wrapped(type, value as number | boolean);
}

export function decodePanelRow(source: PanelSource, wire: unknown): Reading<PanelRow> {
  const fields = Fields.ofBag(wire);
  const rowId = panelRowIdOf(source, wire);
  const partyId = fields.text('ID') ?? fields.text('PartyId') ?? identityElements(wire)[0];
  const values = Object.fromEntries(source.columns.map((column) => [column.name, decodeValue(fields, column)]));
  return fields.reading<PanelRow>(wire, rowId, {
    rowId: fields.need('Identity', rowId),
    partyId: fields.need('ID', partyId),
    values,
  });
}

/** Undefined where the site did not say it: the answer to a POST reports ordinal 0. */
export function panelRowIdOf(source: PanelSource, wire: unknown): string | undefined {
  const [partyId, ordinal] = identityElements(wire);
  if (partyId === undefined || partyId === '') return undefined;
  if (!isMany(source)) return partyId;
  const number = ordinal ?? Fields.ofBag(wire).text('Ordinal');
  return number === undefined || number === '0' ? undefined : compositeId([partyId, number]);
}
