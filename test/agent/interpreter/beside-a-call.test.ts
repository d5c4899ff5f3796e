import { describe, expect, test } from 'vitest';
import { markOf } from '../../../src/agent/interpreter/memory.js';
import { meaning, read } from './reading.js';

const X = 'M-7F3KQ2';
const N = 'N-5D8XW3';
const calls = (...said: string[]) => (read(...said).message.tool_calls ?? []).map(({ name, args }) => ({ name, args }));
const notes = (said: string): string => (markOf(read(said).message)?.assumptions ?? []).join(' | ');
const called = (...said: string[]): string => {
  const { status, tool, arguments: args, text } = read(...said);
  return status === 'call' ? meaning(tool, args) : text;
};

describe('two things asked of one member are both answered', () => {
  test.each([
    `${X}. Every invoice since 1 March, settled and unsettled. Open balance.`,
    `What have we billed ${X} since 1 March, and what does she owe altogether?`,
    `${X}: invoices from 1 March 2026, paid or not; outstanding balance now`,
  ])('the bills of some days and what is open today: %s', (said) => {
    const [bills, open, ...others] = calls(said);
    expect(others).toEqual([]);
    expect(bills?.args['window']).toMatchObject({ from: '2026-03-01' });
    expect(open).toEqual({ name: 'member_invoices', args: { member: X } });
  });

  test('what each bill shows anyway is not said to be left aside', () => {
    expect(notes(`${X}, please: all we have invoiced them since 1 March, and what was paid on each`)).not.toContain(
      'left aside',
    );
  });

  test('a no-show said in full is checked point by point', () => {
    const [check] = calls(`was ${X} a no-show at Annual Conference 2026? I mean signed up and never showed`);
    expect(check?.args['definition']).toMatchObject({
      op: 'all',
      of: [{ kind: 'registration' }, { kind: 'attendance', count: { is: 'eq', value: 0 } }, { kind: 'no_show' }],
    });
  });

  test('a committee and an event are two points of one check', () => {
    const [check] = calls(`is ${X} on any committee and was she at the Annual Conference 2026`);
    expect(check?.args['definition']).toMatchObject({
      op: 'all',
      of: [{ field: 'committee' }, { kind: 'attendance' }],
    });
  });
});

describe('who asked is no part of what is asked', () => {
  test.each([
    [`hi, ${N} asked me how many fellows we have in Ohio?`, 'how many fellows in Ohio'],
    [`${X} pinged us: how many students do we have in Texas`, 'how many students in Texas'],
    [`${N} wants to know which states our fellows live in`, 'fellows by state'],
  ])('%s', (said, meant) => {
    expect(called(said)).toBe(called(meant));
  });
});

describe('a follow-up is never a new question about everybody', () => {
  test.each([
    [
      ['fellows in Ohio', 'which of those have an email address', 'back to the full set, longest-standing first'],
      'list fellows in Ohio sorted by tenure highest first',
    ],
    [
      ['total overdue balance of fellows', 'that by chapter, highest first'],
      'total overdue balance of fellows by chapter highest first',
    ],
  ])('%j', (said, meant) => {
    expect(called(...said)).toBe(called(meant));
  });

  test('how something is known opens the receipt, whatever it names', () => {
    expect(read('how do you know the dues are right').tool).toBe('open_receipt');
  });
});

describe('notes and tasks behind much talk', () => {
  test.each([
    [`Lovely chat with ${X} just now. Could you put down that she prefers mornings? Thanks!`, 'she prefers mornings'],
    [`For ${X}, please note she has agreed to chair the jury.`, 'she has agreed to chair the jury.'],
    [`${X} rang off in a hurry. Please log a note: call back after Easter`, 'call back after Easter'],
  ])('%s', (said, text) => {
    expect(calls(said)).toEqual([{ name: 'propose_note', args: { member: X, text } }]);
  });

  test('whose list it is put on does it', () => {
    expect(calls(`Can you put it in ${N}'s queue to check why ${X}'s form bounced? Friday is fine.`)[0]).toMatchObject({
      name: 'propose_task',
      args: { member: X, assignee: N, text: 'check why their form bounced' },
    });
  });
});
