/* Answers as iMIS gives them, before anything goes wrong with them on the way. */
import { encodeValidation, unauthorizedBody } from '../imis/contracts/envelope.js';
import { asiType } from '../imis/contracts/wire.js';

export interface Answer {
  readonly status: number;
  /** Sent as JSON; undefined: nothing. */
  readonly body?: unknown;
  readonly reason?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });

const message = (status: number, reason: string, text: string): Answer => ({
  status,
  reason,
  body: { $type: 'System.Web.Http.HttpError, System.Web.Http', Message: text },
});

export const badRequest = (text: string): Answer => message(400, 'Bad Request', text);
export const unauthorized: Answer = { status: 401, reason: 'Unauthorized', body: unauthorizedBody };
export const forbidden = (text = 'You are not authorized to perform this operation.'): Answer =>
  message(403, 'Forbidden', text);
export const notFound: Answer = message(404, 'Not Found', 'The entity was not found.');
export const duplicate: Answer = message(409, 'Conflict', 'A record with this key already exists.');
export const tooLarge: Answer = message(413, 'Payload Too Large', 'The request is too large.');
export const notImplemented = (what: 'Service' | 'Operation'): Answer =>
  message(501, `${what} not implemented`, `${what} not implemented`);
export const serverError: Answer = message(
  500,
  'Internal Server Error',
  'An error occurred. Please contact the administrator.',
);

export const invalid = (faults: readonly { readonly field: string; readonly message: string }[]): Answer => ({
  status: 400,
  reason: 'Validation error',
  body: encodeValidation(faults),
});

/** POST _validate: the entity as sent, and what is wrong with it. */
export const validated = (entity: unknown, faults: Parameters<typeof invalid>[0]): Answer =>
  ok({
    $type: asiType('Core', 'ValidateResultsData'),
    Entity: entity,
    IsValid: faults.length === 0,
    ValidationResults: encodeValidation(faults),
  });
