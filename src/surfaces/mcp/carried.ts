/*
 * How each kind of failure is carried: the status of HTTP where the request itself is refused, and the code of the
 * protocol. A client mends a misfit by another message, a right by another person or token; an outage it waits for.
 */
import { ProtocolErrorCode } from '@modelcontextprotocol/server';

export interface Carried {
  readonly status: number;
  readonly code: number;
}

const { InvalidParams, InvalidRequest, InternalError } = ProtocolErrorCode;
// The protocol has none for it; -32020 and beyond are the protocol's own, -32000 to -32002 the SDK's.
const LIMITED = -32_005;

const misfit: Carried = { status: 400, code: InvalidParams };
const ofToken: Carried = { status: 401, code: InvalidRequest };
const ofRights: Carried = { status: 403, code: InvalidRequest };
const outage: Carried = { status: 503, code: InternalError };

const byKind: Readonly<Record<string, Carried>> = {
  arguments_invalid: misfit,
  tool_unknown: misfit,
  person_is_staff: misfit,
  person_ambiguous: misfit,
  token_refused: ofToken,
  token_missing: ofRights,
  scope_missing: ofRights,
  foreign_request: ofRights,
  identity_unknown: ofRights,
  unknown_user: ofRights,
  user_disabled: ofRights,
  no_role: ofRights,
  no_chapter: ofRights,
  not_permitted: ofRights,
  hidden_by_rights: ofRights,
  nothing_proposed_here: ofRights,
  too_many_calls: { status: 429, code: LIMITED },
  tool_stopped: outage,
  tool_timed_out: outage,
  provider_unreachable: outage,
  database_unavailable: outage,
  database_interrupted: outage,
  statement_too_long: outage,
  failed: { status: 500, code: InternalError },
};

/** A kind that is not named is nothing another message or token would mend: it is carried as an outage. */
export const carried = (kind: string): Carried => (Object.hasOwn(byKind, kind) ? byKind[kind] : undefined) ?? outage;
