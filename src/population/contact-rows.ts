/** Whether somebody can be written to or called: an address, no opt-out, and the last message did not bounce. */
import type { Definition } from './definition.js';
import { identity } from './facts.js';
import type { Statement } from './statement.js';

export type Contactable = Extract<Definition, { op: 'contactable' }>;

/** The purpose that stands for every one: who opted out of any of them is out. */
export const EVERY_PURPOSE = 'all';

const addresses = {
  email: (identified: string) => `nullif(${identified}.email, '')`,
  sms: (identified: string) => `nullif(${identified}.phone, '')`,
  phone: (identified: string) => `nullif(${identified}.phone, '')`,
  post: (identified: string) => `nullif(${identified}.address_lines, '{}')`,
} as const satisfies Record<Contactable['channel'], (identified: string) => string>;

/** Where consents were never read, nobody knows who opted out: unknown for whoever could be reached at all. */
export function contactableCondition({ channel, purpose }: Contactable, statement: Statement): string {
  const address = addresses[channel](identity(statement));
  const reached = [`${address} is not null`, `not ${optedOut(channel, purpose, statement)}`];
  if (channel === 'email') reached.push(`not ${bounced(statement)}`);
  const known = `exists (select 1 from imis.consents)`;
  return `(${reached.join(' and ')} and (case when ${known} then true end))`;
}

/** Why not, in a word or two; never the address itself. */
export function contactReason({ channel, purpose }: Contactable, statement: Statement): string {
  const address = addresses[channel](identity(statement));
  const came = channel === 'email' ? `when ${bounced(statement)} then 'the last email bounced'` : '';
  return `case when ${address} is null then 'no address on record'
    when ${optedOut(channel, purpose, statement)} then 'opted out' ${came} else 'address on record' end`;
}

function optedOut(channel: string, purpose: string, statement: Statement): string {
  const alias = statement.alias('opt_out', [channel, purpose]);
  const forIt = purpose === EVERY_PURPOSE ? '' : `and lower(purpose) = lower(${statement.parameter(purpose, 'text')})`;
  statement.join(
    alias,
    () => `(select distinct member_id from imis.consents
      where channel = ${statement.parameter(channel, 'text')} and not is_granted ${forIt}) ${alias}
      on ${alias}.member_id = p.member_id`,
  );
  return `(${alias}.member_id is not null)`;
}

/** The latest message came back; false for who was never sent one. Few come back, so that those alone are looked at. */
export const bounced = (statement: Statement): string =>
  `(${statement.join(
    'last_bounced',
    () => `(select m.member_id from imis.messages m
      where m.bounced and not exists (select 1 from imis.messages later
        where later.member_id = m.member_id and (later.sent_on, later.message_id) > (m.sent_on, m.message_id)))
      last_bounced on last_bounced.member_id = p.member_id`,
  )}.member_id is not null)`;
