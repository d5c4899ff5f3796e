import { describe, expect, test } from 'vitest';
import { read } from './reading.js';

const X = 'M-7F3KQ2';
const S = 'M-9B2CD4';

describe('a note keeps the words that were typed', () => {
  test.each([
    [`${X} phoned, lovely chat. Could you pop on her file that she will speak in May?`, 'she will speak in May'],
    [`Note for ${X} pls - has a spare room for the fall meeting`, 'has a spare room for the fall meeting'],
    [`${X} put a note wants the print journal`, 'wants the print journal'],
    [`just so it is on record for ${X}: ring after six`, 'ring after six'],
    [`Stick a note on ${X}'s record, would you: back from leave in June.`, 'back from leave in June.'],
    [
      `${X} rang today and would like a printed directory, please log it`,
      `${X} rang today and would like a printed directory`,
    ],
  ])('%s', (said, text) => {
    expect(read(said)).toMatchObject({ tool: 'propose_note', arguments: { member: X, text } });
  });

  test('is of the one spoken of', () => {
    expect(read(`show me ${X}`, 'ok note on there: back in June')).toMatchObject({
      tool: 'propose_note',
      arguments: { member: X, text: 'back in June' },
    });
  });
});

describe('a task knows who does what about whom until when', () => {
  test.each([
    [
      `Task for ${S} re ${X}, lapsed Fellow: call abt dues. Due 12/4.`,
      { assignee: S, text: 'call abt dues', due: '2026-12-04' },
    ],
    [`task, ${X}, due 11/30: send the form`, { text: 'send the form', due: '2026-11-30' }],
    [
      `Raise a task for ${S}, due 4 December 2026, in respect of ${X}: settle the refund`,
      { assignee: S, text: 'settle the refund', due: '2026-12-04' },
    ],
    [
      `task for ${S} re ${X} - send the checklist - due Wednesday`,
      { assignee: S, text: 'send the checklist', due: '2026-11-25' },
    ],
    [
      `need a to-do on ${X} for whoever owns the account: ask about seats. due wed the 25th`,
      { text: 'ask about seats', due: '2026-11-25' },
    ],
    [
      `I'd like ${S} to chase ${X} on December 4 for the form`,
      { assignee: S, text: 'chase them for the form', due: '2026-12-04' },
    ],
    [
      `Could ${S} give ${X} a ring about dues, by Wednesday?`,
      { assignee: S, text: 'give them a ring about dues', due: '2026-11-25' },
    ],
    [
      `Have ${S} call ${X} and ask why, it needs to be done by the second of December`,
      { assignee: S, text: 'call them and ask why', due: '2026-12-02' },
    ],
    [`Get ${S} to ring ${X} by Friday Dec 11`, { assignee: S, text: 'ring them', due: '2026-12-11' }],
    [
      `Task for ${S}, due December 4: ask ${X} whether she can chair`,
      { assignee: S, text: 'ask them whether she can chair', due: '2026-12-04' },
    ],
    [
      `someone should bring ${X} the badge before the 30th, make that a task`,
      { text: 'bring them the badge', due: '2026-11-30' },
    ],
    [
      `${S} must send ${X} the guide by Friday the 27th, could you log that as a to-do`,
      { assignee: S, text: 'send them the guide', due: '2026-11-27' },
    ],
    [
      `Ring ${X} about the booth by month end. Give that one to ${S}`,
      { assignee: S, text: 'Ring them about the booth', due: '2026-11-30' },
    ],
    [
      `bung a job in for ${S} about ${X}, due 1 December: give them a bell`,
      { assignee: S, text: 'give them a bell', due: '2026-12-01' },
    ],
    [
      `Task for ${S} re ${X}: ask about chairing. By Friday would be good.`,
      { assignee: S, text: 'ask about chairing', due: '2026-11-27' },
    ],
    [
      `${S} to ring ${X} about the award by Friday please, as a task`,
      { assignee: S, text: 'ring them about the award' },
    ],
    [`Have ${S} ring ${X} by Tuesday week`, { assignee: S, text: 'ring them', due: '2026-12-01' }],
    [`Have ${S} ring ${X} by the end of the month`, { assignee: S, text: 'ring them', due: '2026-11-30' }],
    [`Have ${S} ring ${X} within two weeks`, { assignee: S, text: 'ring them', due: '2026-12-05' }],
    [`Have ${S} ring ${X} by close of business Friday`, { assignee: S, text: 'ring them', due: '2026-11-27' }],
    [`task for ${X} call abt renewal by dec 4`, { text: 'call abt renewal', due: '2026-12-04' }],
  ])('%s', (said, rest) => {
    expect(read(said)).toMatchObject({ tool: 'propose_task', arguments: { member: X, ...rest } });
  });

  test('beside the one spoken of, whoever it is for does it', () => {
    expect(read(`show me ${X}`, `task for ${S} to call her Monday about it`)).toMatchObject({
      tool: 'propose_task',
      arguments: { member: X, assignee: S, text: 'call her Monday about it', due: '2026-11-23' },
    });
  });
});

describe('a contact detail is corrected however it is said to be another', () => {
  test.each([
    [`${X} ph now C-4T8WXB, old # dead. Fix`, 'phone'],
    [`${X}: cell on file is wrong. New value C-4T8WXB.`, 'phone'],
    [`Mail to ${X} bounces. The working one is C-4T8WXB`, 'email'],
    [`${X} has written in with a new email: C-4T8WXB. Would you see that the old one is replaced?`, 'email'],
    [`kindly amend the e-mail of ${X}, right one is C-4T8WXB`, 'email'],
  ])('%s', (said, field) => {
    expect(read(said)).toMatchObject({
      tool: 'propose_contact_correction',
      arguments: { member: X, field, value: 'C-4T8WXB' },
    });
  });

  test.each([
    `is C-4T8WXB the email of ${X}`,
    `send the form to ${X} at C-4T8WXB`,
    `${X} and ${S} share C-4T8WXB now`,
    `which members use C-4T8WXB`,
  ])('is not made of: %s', (said) => {
    expect(read(said).tool ?? '').not.toBe('propose_contact_correction');
  });
});
