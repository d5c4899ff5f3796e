import type { Row } from '../source.js';
import type { TextKind } from '../tables.js';

interface Words {
  readonly kind: TextKind;
  readonly id: string;
  readonly member: string;
  readonly on: string;
  readonly subject?: string | undefined;
  readonly body: string | undefined;
}

/** Free text of a record as a row of imis.texts, under the record's key with its kind before it. */
export function words({ kind, id, member, on, subject, body }: Words): Row | undefined {
  const said = body?.trim() ? body : subject;
  if (!said?.trim()) return undefined;
  return {
    text_id: `${kind}-${id}`,
    member_id: member,
    kind,
    author_id: undefined,
    occurred_on: on,
    subject: said === body ? subject : undefined,
    body: said,
  };
}
