import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const system = '/usr/bin/chromium';

/** Headless Chromium: CHROMIUM, else the system's, else the one that comes by npm; undefined where none can start. */
export async function openBrowser(): Promise<Browser | undefined> {
  const own = async () => (await import('@sparticuz/chromium')).default.executablePath();
  try {
    const executablePath = process.env['CHROMIUM'] ?? (existsSync(system) ? system : await own());
    return await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
  } catch (error) {
    if (process.env['BROWSER_REQUIRED']) throw error;
    console.warn('SKIPPED: no headless Chromium starts here; set CHROMIUM to one.');
    return undefined;
  }
}
