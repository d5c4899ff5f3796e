import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxAccounts } from '../../src/sandbox/accounts.js';
import { clientOf } from './ai-client.js';
import { openBrowser } from './browser.js';
import { tooWide, unnamed } from './looks.js';
import { RunningHouse } from './running-house.js';

const house = new RunningHouse();
let browser: Browser | undefined;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  if (!browser) return;
  await house.start();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house.close();
});

/** Kept where SCREENSHOTS says, for looking at. */
async function picture(name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const ask = async (text: string): Promise<string> => {
  const before = await page.locator('#conversation .turn').count();
  await page.getByLabel('Ask about members').fill(text);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const turn = page.locator('#conversation .turn').nth(before);
  await turn.waitFor();
  await page.locator('#conversation .turn').nth(before).and(page.locator(':not([data-status="pending"])')).waitFor();
  return (await turn.locator('.card').innerText()).trim();
};

test('somebody signs in, asks, follows up, confirms a note, sees it done and takes it back', {
  timeout: 120_000,
}, async (context) => {
  if (!browser) return context.skip();
  await page.goto(house.url);
  await picture('1-start');
  await page
    .getByRole('button', { name: /membership/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'What would you like to know?' }).waitFor();
  await picture('2-desk');

  expect(await ask('How many active members do we have in Texas?')).toMatch(/\d/);
  expect(await ask('what about Ohio?')).toMatch(/Ohio/);

  const note = page.getByRole('button', { name: /^Add a note to/ });
  await note.first().click();
  await page.getByRole('button', { name: 'Approve' }).waitFor();
  await picture('3-proposal');
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.locator('.proposal .badge.done').waitFor({ timeout: 30_000 });
  await picture('4-done');

  await page.getByRole('button', { name: 'Propose to undo' }).click();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.locator('.proposal .badge.done').waitFor({ timeout: 30_000 });
  await picture('5-undone');

  await page.getByRole('link', { name: 'Proposals' }).click();
  expect(await page.locator('tbody tr').count()).toBe(2);
  await picture('6-proposals');
  expect(faults).toEqual([]);
});

test('a receipt opens and counts again', { timeout: 60_000 }, async (context) => {
  if (!browser) return context.skip();
  await page.goto(house.url);
  await ask('How many active members do we have in Texas?');
  await page.getByText('Where this comes from').click();
  await page.locator('a.chip[href^="/receipts/"]').first().click();
  await page.getByText('Computed again just now').waitFor();
  expect(await page.locator('main').innerText()).toContain('the same.');
  await picture('7-receipt');
});

/** Carries out the newest proposal of the conversation and gives its card. */
async function approved(): Promise<string> {
  const card = page.locator('.proposal').last();
  await card.getByRole('button', { name: 'Approve' }).click();
  await card.locator('.badge.done').waitFor({ timeout: 30_000 });
  return await card.innerText();
}

/** Rows of an entity of the sandbox, read from its iMIS over REST. */
async function imisRows(entity: 'AI_StaffTask' | 'Party'): Promise<string> {
  const { read } = sandboxAccounts(join(house.dataDir, 'sandbox'));
  const body = new URLSearchParams({ grant_type: 'password', username: read.user, password: read.password.reveal() });
  const signedIn = await fetch(`${house.imisUrl}/token`, { method: 'POST', body });
  const { access_token } = (await signedIn.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}` };
  let text = '';
  for (let offset = 0; offset < 2_000; offset += 500) {
    const reply = await fetch(`${house.imisUrl}/api/${entity}?limit=500&offset=${offset}`, { headers });
    text += await reply.text();
  }
  return text;
}

test('a task and a corrected address are confirmed with before and after, and stand in iMIS', {
  timeout: 120_000,
}, async (context) => {
  if (!browser) return context.skip();
  await page.goto(house.url);
  const note = await page
    .getByRole('button', { name: /^Add a note to/ })
    .first()
    .innerText();
  const name = /^Add a note to (.+?)(?: that| about|:|$)/.exec(note)?.[1] ?? '';

  await ask(`Create a task to call ${name} on 2026-12-18`);
  await picture('9-task');
  expect(await approved()).toContain('call');
  expect(await imisRows('AI_StaffTask')).toMatch(/call/i);

  await ask(`Change the e-mail address of ${name} to corrected.address@example.org`);
  await picture('10-correction');
  const shown = await page.locator('.proposal').last().innerText();
  expect(shown).toMatch(/Before[\s\S]*@[\s\S]*After[\s\S]*corrected\.address@example\.org/);
  await approved();
  expect(await imisRows('Party')).toContain('corrected.address@example.org');
  expect(faults).toEqual([]);
});

test('on a phone nothing is wider than the screen, and the keyboard reaches the box', {
  timeout: 60_000,
}, async (context) => {
  if (!browser) return context.skip();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(house.url);
  const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect(wide).toBe(false);
  expect(await page.evaluate("document.activeElement.getAttribute('name')")).toBe('text');
  await ask('How many members joined last quarter?');
  await picture('8-phone');
});

test('on a phone proposals and administration scroll within themselves, never the page', {
  timeout: 60_000,
}, async (context) => {
  if (!browser) return context.skip();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${house.url}/proposals`);
  expect(await tooWide(page)).toEqual([]);
  await picture('11-phone-proposals');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page
    .getByRole('button', { name: /administrator/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Administration' }).click();
  await page.getByRole('heading', { name: 'Kill switch' }).waitFor();
  for (const name of ['How far it may go', 'Staff and roles', 'Tokens', 'Data', 'Audit', 'Model log']) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.locator('.tabs a[aria-current]', { hasText: name }).waitFor();
    // The style sheet too: before it, a table is as wide as its longest word.
    await page.waitForLoadState('load');
    expect([name, await tooWide(page)]).toEqual([name, []]);
    await picture(`12-phone-${name.replaceAll(' ', '-').toLowerCase()}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${house.url}/administration`);
  await picture('13-administration');
  expect(faults).toEqual([]);
});

test('every page names its controls to a screen reader, and the keyboard skips to what a page is about', {
  timeout: 120_000,
}, async (context) => {
  if (!browser) return context.skip();
  const signInAs = async (user: RegExp) => {
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    expect(['welcome', await unnamed(page)]).toEqual(['welcome', []]);
    await page.getByRole('button', { name: user }).first().click();
    await page.getByRole('heading', { name: 'What would you like to know?' }).waitFor();
  };
  const visited = async (paths: readonly string[]) => {
    for (const path of paths) {
      await page.goto(`${house.url}${path}`);
      expect([path, await unnamed(page)]).toEqual([path, []]);
    }
  };
  const tabs = ['', '/staff', '/tokens', '/data', '/audit', '/model'].map((tab) => `/administration${tab}`);
  await visited(['/', '/proposals', ...tabs]);
  await signInAs(/\bmembership$/);
  await ask('Who joined last quarter, by chapter?');
  expect(['an answer', await unnamed(page)]).toEqual(['an answer', []]);
  await visited(['/build?add=field:tier', '/build?add=event:attendance', '/no-such-page', '/proposals']);
  await page.locator('tbody a').first().click();
  expect(['a proposal', await unnamed(page)]).toEqual(['a proposal', []]);
  expect(await page.locator('nav [aria-current]').count()).toBe(0);

  await page.goto(`${house.url}/proposals`);
  expect(await page.locator('nav [aria-current]').innerText()).toBe('Proposals');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Skip to content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
});

test('by keyboard alone a token is made, seen once and copied on a phone too, and revoked', {
  timeout: 120_000,
}, async (context) => {
  if (!browser) return context.skip();
  const before = faults.length;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const look = async (name: string) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      expect([name, width, await tooWide(page), await unnamed(page)]).toEqual([name, width, [], []]);
      await picture(`${name}-${width}`);
    }
  };
  const heading = (name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  await page.goto(`${house.url}/tokens`);
  await look('14-ai-clients');

  await page.getByLabel('Name: the client it is for').focus();
  await page.keyboard.type('Desktop assistant');
  await page.keyboard.press('Tab');
  await page.keyboard.type('30');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await heading(/^Your token for Desktop assistant$/);
  await look('15-token');
  const token = await page.getByLabel('The token').inputValue();
  expect(token).toMatch(/^imc_[0-9A-Za-z]{32}$/);
  const clients = [
    await clientOf(await page.getByLabel('Settings, started by the client').inputValue()),
    await clientOf(await page.getByLabel('Settings, over http').inputValue()),
  ];
  await page.getByLabel('The token').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(token);

  await page.reload();
  await heading(/^AI clients$/);
  expect(await page.content()).not.toContain(token);
  expect(await page.locator('.tokens li').count()).toBe(1);
  await page.goBack();
  expect(await page.content()).not.toContain(token);
  await page.goto(`${house.url}/tokens`);
  for (const client of clients)
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['count_members', 'propose_note']),
    );
  await page.reload();
  expect(await page.locator('.tokens li').innerText()).toMatch(/reading and proposing .* last used [A-Z][a-z]{2} \d/);
  await look('16-living');
  await page.getByRole('button', { name: 'Revoke Desktop assistant' }).press('Enter');
  await page.locator('.tokens .badge').waitFor();
  await look('17-revoked');
  for (const client of clients) {
    await expect(client.callTool({ name: 'what_can_you_do' })).rejects.toThrow('The personal token was revoked.');
    await client.close();
  }
  expect(faults.slice(before)).toEqual([]);
});
