import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ContactField, contactOf } from '../../../src/imis/contracts/party-contact.js';
import { proposeContactCorrection } from '../../../tools/contacts/propose-contact-correction.js';
import type { Tool } from '../../../tools/define.js';
import { type Office, openOffice } from './office.js';

const tool = proposeContactCorrection as unknown as Tool;
let office: Office;
let memberId: string;
let member: string;

beforeAll(async () => {
  office = await openOffice();
  const found = await office.store.query<{ member_id: string }>(
    `select i.member_id from imis.identity i join imis.parties p using (member_id)
     where i.email is not null and i.phone is not null and i.postal_code is not null and p.kind = 'person'
       and not exists (select from imis.users u where u.member_id = i.member_id) order by 1 limit 1`,
  );
  memberId = found.rows[0]?.member_id ?? '';
  member = await office.pseudonym(memberId);
}, 120_000);
afterAll(() => office.close());
beforeEach(() => office.sandbox.faults.clear());

const idIn = (words: string): string => /P-[0-9A-Z]{6}/.exec(words)?.[0] ?? '';
const live = async (field: ContactField, id = memberId) => {
  const reading = await office.reader.get('Party', id);
  if (!reading?.fits) throw new Error('the party cannot be read');
  return contactOf(reading.value, field);
};
const standIn = (heard: string): string => /C-[0-9A-Z]{6}/.exec(heard)?.[0] ?? 'nothing hidden';
/** Says it, and calls the tool with what a model has heard. */
const correct = (field: ContactField, value: string, as = 'membership') =>
  office.call(as, tool, (heard) => ({ member, field, value: standIn(heard) }), `change the ${field} to ${value}`);
const carriedOut = async (id: string) => {
  await office.approve(id, 'membership');
  return await office.execute(id);
};

describe.each<[ContactField, string, unknown]>([
  ['email', 'new.name@example.org', 'new.name@example.org'],
  ['phone', '512-555-0187', '(512) 555-0187'],
  [
    'address',
    '4711 Lamar Boulevard, Suite 200, Austin, TX 78751',
    { lines: ['4711 Lamar Boulevard', 'Suite 200'], city: 'Austin', state: 'TX', postalCode: '78751', country: 'US' },
  ],
])('%s', (field, typed, stored) => {
  test('is corrected in iMIS and in the copy, and the correction is taken back', async () => {
    const before = await live(field);
    const reply = await correct(field, typed);
    expect([reply.ok, office.defects]).toEqual([true, []]);
    const id = idIn(reply.words);
    expect(await live(field)).toEqual(before);

    expect(await carriedOut(id)).toMatchObject({ status: 'done', done: 1 });
    expect(await live(field)).toEqual(stored);
    const copy = await office.store.query<Record<string, unknown>>(
      `select i.email, i.phone, i.address_lines, p.city from imis.identity i join imis.parties p using (member_id)
       where i.member_id = $1`,
      [memberId],
    );
    expect(JSON.stringify(copy.rows[0])).toContain(
      typeof stored === 'string' ? stored : (stored as { lines: string[] }).lines[0],
    );

    const undo = await office.undo(id, 'membership');
    expect(await carriedOut(undo)).toMatchObject({ status: 'done', done: 1 });
    expect(await live(field)).toEqual(before);
  });

  test('and nothing else of the record', async () => {
    const record = async () => {
      const reading = await office.reader.get('Party', memberId);
      if (!reading?.fits) throw new Error('the party cannot be read');
      const { [field]: _, updatedOn: __, ...rest } = reading.value;
      return rest;
    };
    const before = await record();
    const id = idIn((await correct(field, typed)).words);
    await carriedOut(id);
    expect(await record()).toEqual(before);
    await carriedOut(await office.undo(id, 'membership'));
  });
});

test('the value stands in the stored change alone: not in the reply, the header, the audit or the receipts', async () => {
  const reply = await correct('email', 'secret.value@example.org');
  expect(JSON.stringify(reply)).not.toContain('secret.value');
  const tables = await office.store.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('copilot', 'imis', 'imis_history') and table_type = 'BASE TABLE'`,
  );
  const holding: string[] = [];
  for (const { name } of tables.rows) {
    const found = await office.store.query(`select from ${name} t where t::text like '%secret.value%' limit 1`);
    if (found.rowCount === 1) holding.push(name);
  }
  expect(holding).toEqual(['copilot.changes']);
});

test('a value that somebody changed in iMIS in the meantime is left alone', async () => {
  const id = idIn((await correct('email', 'ours@example.org')).words);
  const before = (await live('email')) as string;
  await office.writer.changeParty(memberId, { field: 'email', before, after: 'theirs@example.org' });
  expect(await carriedOut(id)).toMatchObject({ done: 0, skipped: 1 });
  expect(await office.change(id)).toMatchObject({ reason: 'the e-mail address was changed in iMIS since' });
  expect(await live('email')).toBe('theirs@example.org');
  await office.writer.changeParty(memberId, { field: 'email', before: 'theirs@example.org', after: before });
});

test('an undo leaves a value alone that is no longer ours', async () => {
  const before = (await live('phone')) as string;
  const id = idIn((await correct('phone', '(614) 555-0123')).words);
  await carriedOut(id);
  await office.writer.changeParty(memberId, { field: 'phone', before: '(614) 555-0123', after: '(512) 555-0100' });
  const undo = await office.undo(id, 'membership');
  expect(await carriedOut(undo)).toMatchObject({ done: 0, skipped: 1 });
  expect(await live('phone')).toBe('(512) 555-0100');
  await office.writer.changeParty(memberId, { field: 'phone', before: '(512) 555-0100', after: before });
});

test('an answer lost after the record was stored counts as done, and a write refused as failed', async () => {
  const before = (await live('email')) as string;
  const lost = idIn((await correct('email', 'lost.answer@example.org')).words);
  office.sandbox.faults.set([{ kind: 'cut_after', route: 'PUT /api/Party', times: 1 }]);
  expect(await carriedOut(lost)).toMatchObject({ status: 'done', done: 1 });
  await carriedOut(await office.undo(lost, 'membership'));
  expect(await live('email')).toBe(before);

  const refused = idIn((await correct('email', 'refused@example.org')).words);
  office.sandbox.faults.set([{ kind: 'validation_error', route: 'PUT /api/Party' }]);
  expect(await carriedOut(refused)).toMatchObject({ status: 'failed', failed: 1 });
  expect(await live('email')).toBe(before);
});

test('the writing hand compares once more: a value changed after the look is not overwritten', async () => {
  await expect(
    office.writer.changeParty(memberId, { field: 'email', before: 'never@example.org', after: 'ours@example.org' }),
  ).rejects.toMatchObject({ kind: 'contact_changed_since' });
});

test.each<[string, Record<string, unknown>, string]>([
  ['no e-mail address', { field: 'email', value: 'not an address' }, 'contact_value_invalid'],
  ['no phone number', { field: 'phone', value: '555-01' }, 'contact_value_invalid'],
  ['an address without a town', { field: 'address', value: '12 Oak Street' }, 'contact_value_invalid'],
  ['a stand-in nobody typed', { field: 'email', value: 'C-ABCDEF' }, 'contact_value_forgotten'],
])('%s is refused with what it should look like', async (_, input, kind) => {
  expect(await office.call('membership', tool, { member, ...input })).toMatchObject({ ok: false, error: { kind } });
});

test('the value that iMIS has already needs no proposal', async () => {
  const present = (await live('email')) as string;
  expect(await office.call('membership', tool, { member, field: 'email', value: present.toUpperCase() })).toMatchObject(
    {
      error: { kind: 'contact_same' },
    },
  );
});

test('who may: membership, finance and the own chapter manager; not marketing, community or leadership', async () => {
  for (const as of ['marketing', 'community', 'leadership', 'administrator'])
    expect([as, await correct('email', 'who.may@example.org', as)]).toMatchObject([
      as,
      { error: { kind: 'not_permitted' } },
    ]);
  expect(await correct('email', 'who.may@example.org', 'finance')).toMatchObject({ ok: true });
  const managers = ['chapter-tx', 'chapter-oh', 'chapter-ca', 'chapter-ny'];
  const seen: string[] = [];
  for (const as of managers) {
    const { scope } = await office.actor(as);
    const mine = await office.store.query(
      'select from imis.group_members where member_id = $1 and is_active and group_id = any($2::text[])',
      [memberId, scope.kind === 'chapters' ? scope.chapters : []],
    );
    const reply = await correct('email', 'who.may@example.org', as);
    seen.push(mine.rowCount ? 'own' : 'other');
    expect([as, reply.ok, reply.error?.kind]).toEqual(
      mine.rowCount ? [as, true, undefined] : [as, false, 'hidden_by_rights'],
    );
  }
  expect(seen).toContain('other');
});
