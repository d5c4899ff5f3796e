/* What is wrong with how a page looks or is read aloud; empty lists where nothing is. */
import type { Page } from 'playwright-core';

/** What a screen reader could not name on the page, controls and tables; ids that stand twice; headings that are missing. */
export const unnamed = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const text = (one) => (one?.textContent ?? '').trim();
    const named = (one) => one.getAttribute('aria-label') || text(one) ||
      [...(one.labels ?? [])].map(text).join('') || text(document.getElementById(one.getAttribute('aria-labelledby') ?? ''));
    const controls = [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary, th')];
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return [
      ...controls.filter((one) => !named(one)).map((one) => one.outerHTML.slice(0, 120)),
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => 'twice: ' + id),
      ...(document.querySelectorAll('h1').length === 1 ? [] : ['headings of the page: ' + document.querySelectorAll('h1').length]),
      ...(document.documentElement.lang && document.title ? [] : ['no language or title']),
    ];
  })()`);

/** What reaches over the edge and does not scroll within itself, by name and class. */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1 && !one.closest('.scroll, .skip'))
    .map((one) => one.tagName + '.' + one.className).concat(
      document.documentElement.scrollWidth > window.innerWidth ? ['the page, ' + document.documentElement.scrollWidth] : [])`);
