/* Rows of panel sources: made, changed, and what is missing from them. */
import { memberOf, propertiesOf } from '../imis/contracts/bag.js';
import { isWire } from '../imis/contracts/wire.js';
import type { PanelSource } from '../imis/pack.js';
import { created, duplicate, ok } from './answer.js';
import { type Faults, type Prepared, unknownParty } from './prepared.js';
import type { Open, Site } from './site.js';
import { encodePanel, type Panel } from './tables.js';

export function newPanelRow(site: Site, open: Open, panel: PanelSource, wire: unknown): Prepared {
  const given = panelValues(panel, wire);
  const owner = String(given['ID'] ?? '');
  const faults = panelFaults(panel, given);
  if (open.shelf.slotOf(owner) === undefined) return { faults: [{ ...unknownParty, field: 'ID' }, ...faults] };
  if (faults.length > 0) return { faults };
  const written = site.overlay.of(panel.name, owner);
  if (panel.instances === 'one a party') {
    if (written.some(({ value }) => value !== null)) return { refused: duplicate };
    const answer = created(encodePanel(panel, given));
    return { ready: { table: panel.name, owner, key: owner, value: given, answer } };
  }
  const ordinal = Math.max(0, ...written.map(({ key }) => Number(key.split('|')[1]))) + 1;
  const value = { ...given, Ordinal: ordinal };
  // A real site stores the row under the next ordinal and answers 0.
  const answer = created(encodePanel(panel, value, 0));
  return { ready: { table: panel.name, owner, key: panelKey(owner, ordinal), value, answer } };
}

const panelKey = (owner: string, ordinal: number): string => `${owner}|${ordinal}`;

/** A partial list of properties changes those and leaves the rest. */
export function changedPanelRow(panel: PanelSource, before: Panel, key: string, wire: unknown): Prepared {
  const given = panelValues(panel, wire);
  const owner = String(before['ID']);
  if (given['ID'] !== undefined && given['ID'] !== owner)
    return { faults: [{ field: 'ID', message: 'ID does not belong to this address.' }] };
  const value: Panel = { ...before, ...given, ID: owner, ...('Ordinal' in before && { Ordinal: before['Ordinal'] }) };
  const faults = panelFaults(panel, value);
  if (faults.length > 0) return { faults };
  return { ready: { table: panel.name, owner, key, value, answer: ok(encodePanel(panel, value)) } };
}

/** Known properties of a bag by the pack's names; the party's id also where only the parent says it. */
function panelValues(panel: PanelSource, wire: unknown): Panel {
  const parent = isWire(wire) ? memberOf(wire, 'PrimaryParentIdentity') : undefined;
  const elements = isWire(parent) ? memberOf(parent, 'IdentityElements') : undefined;
  const [parentId] = isWire(elements) && Array.isArray(elements['$values']) ? elements['$values'] : [];
  const sent = new Map([...propertiesOf(wire)].map(([name, value]) => [name.toLowerCase(), value]));
  const values: Record<string, string | number | boolean | undefined> = {};
  const id = sent.get('id') ?? sent.get('partyid') ?? parentId;
  if (id !== undefined) values['ID'] = String(id);
  for (const { name, type } of panel.columns) {
    const value = sent.get(name.toLowerCase());
    if (value === undefined || value === null) continue;
    values[name] =
      type === 'day'
        ? String(value).slice(0, 10)
        : typeof value === 'number' || typeof value === 'boolean'
          ? value
          : String(value);
  }
  return values;
}

function panelFaults(panel: PanelSource, values: Panel): Faults {
  return panel.columns
    .filter(({ name, required }) => required && (values[name] === undefined || values[name] === ''))
    .map(({ name }) => ({ field: name, message: `${name} is required.` }));
}
