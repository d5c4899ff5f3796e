/* An answer on its way to the client, whole or damaged by a fault. */
import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.js';
import type { Fault } from './faults.js';

/** Sends the answer, unless one of the faults does something else to it. */
export function sendAnswer(response: ServerResponse, answer: Answer, faults: readonly Fault[]): void {
  const has = (kind: Fault['kind']): boolean => faults.some((fault) => fault.kind === kind);
  if (has('cut_after')) {
    response.destroy();
    return;
  }
  if (has('html_page')) {
    sendText(response, 200, 'text/html; charset=utf-8', PAGE);
    return;
  }
  if (has('endless_body')) {
    sendEndlessly(response);
    return;
  }
  const rubbish = faults.find(({ kind }) => kind === 'rubbish_row')?.rubbish ?? 'unknown_value';
  const body = has('rubbish_row') ? withRubbish(answer.body, rubbish) : answer.body;
  const text = body === undefined ? '' : JSON.stringify(body);
  const sent = has('half_body') ? text.slice(0, Math.floor(text.length / 2)) : text;
  sendText(response, answer.status, 'application/json; charset=utf-8', sent, answer);
}

function sendText(response: ServerResponse, status: number, type: string, text: string, answer?: Answer): void {
  if (answer?.reason !== undefined) response.statusMessage = answer.reason;
  response.writeHead(status, { ...answer?.headers, 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

const PAGE = '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in to continue.</body></html>';

/** Spaces without end: still the beginning of a JSON value, for as long as anybody listens. */
function sendEndlessly(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.write('{"Items":{"$values":[');
  const chunk = ' '.repeat(64 * 1024);
  const more = (): void => {
    if (response.destroyed) return;
    if (response.write(chunk)) setTimeout(more, 5);
    else response.once('drain', more);
  };
  more();
}

const HUGE_TEXT = 10 * 1024 * 1024;
// Members with few values: one outside the list is rubbish whatever the entity.
const CODED = ['PartyStatusId', 'Status', 'LineKind', 'Channel', 'Attended', 'Bounced', 'IsOrganization', 'IsDisabled'];
const WORDY = ['NOTE', 'Name', 'FullName', 'DESCRIPTION', 'Campaign', 'ItemCode', 'OccurredOn'];

/** The body with one value of its first row spoilt. */
function withRubbish(body: unknown, rubbish: NonNullable<Fault['rubbish']>): unknown {
  const copy: unknown = structuredClone(body);
  const row = firstRow(copy);
  if (row === undefined) return body;
  if (rubbish === 'date_out_of_range') spoil(row, isDate, '2026-13-45T00:00:00');
  else if (rubbish === 'huge_text') spoil(row, (name) => WORDY.includes(name), 'x'.repeat(HUGE_TEXT));
  else spoil(row, (name) => CODED.includes(name), 'QQ') || spoil(row, isDate, 'QQ');
  return copy;
}

const isDate = (_name: string, value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);

function firstRow(body: unknown): object | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const items = 'Items' in body ? body.Items : undefined;
  const values = typeof items === 'object' && items !== null && '$values' in items ? items.$values : undefined;
  const row: unknown = Array.isArray(values) ? values[0] : body;
  return typeof row === 'object' && row !== null ? row : undefined;
}

/** Replaces the first value that fits, in the order of the row; a property of a bag goes by its Name. */
function spoil(at: object, fits: (name: string, value: unknown) => boolean, by: string): boolean {
  const members = at as Record<string, unknown>;
  const bagName = typeof members['Name'] === 'string' && 'Value' in members ? members['Name'] : undefined;
  if (bagName !== undefined) {
    if (!fits(bagName, members['Value'])) return false;
    members['Value'] = by;
    return true;
  }
  for (const [name, value] of Object.entries(members)) {
    if (name === '$type' || /UpdatedOn|UpdateInformation|Identity/.test(name)) continue;
    if (typeof value === 'object' && value !== null) {
      if (spoil(value, fits, by)) return true;
    } else if (fits(name, value)) {
      members[name] = by;
      return true;
    }
  }
  return false;
}
