import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.js';
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
