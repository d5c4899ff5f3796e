import type { Transaction } from '../store/database.js';

/** How somebody can be reached: which contact details are recorded, never what they are, and what they opted out of. */
export interface Contactability {
  /** 'email', 'phone', 'postal address'. */
  readonly recorded: readonly string[];
  readonly missing: readonly string[];
  /** The last message sent came back. */
  readonly lastBounced: boolean;
  /** 'email for newsletter'. */
  readonly optedOut: readonly string[];
  readonly optedIn: readonly string[];
}

type Row = { email: boolean; phone: boolean; address: boolean; bounced: boolean | null };

export async function contactability(database: Transaction, memberId: string): Promise<Contactability> {
  const [row] = (
    await database.query<Row>(
      `select nullif(i.email, '') is not null as email, nullif(i.phone, '') is not null as phone,
              cardinality(i.address_lines) > 0 as address,
              (select m.bounced from imis.messages m where m.member_id = i.member_id order by m.sent_on desc, m.message_id desc limit 1) as bounced
       from imis.identity i where i.member_id = $1`,
      [memberId],
    )
  ).rows;
  const details = [
    ['email', row?.email],
    ['phone', row?.phone],
    ['postal address', row?.address],
  ] as const;
  // The latest decision of a channel and purpose holds.
  const consents = await database.query<{ said: string; granted: boolean }>(
    `select distinct on (channel, purpose) channel || ' for ' || replace(purpose, '_', ' ') as said, is_granted as granted
     from imis.consents where member_id = $1 order by channel, purpose, decided_on desc nulls last, consent_id desc`,
    [memberId],
  );
  const said = (granted: boolean) => consents.rows.filter((one) => one.granted === granted).map((one) => one.said);
  return {
    recorded: details.flatMap(([name, is]) => (is ? [name] : [])),
    missing: details.flatMap(([name, is]) => (is ? [] : [name])),
    lastBounced: row?.bounced ?? false,
    optedOut: said(false),
    optedIn: said(true),
  };
}
