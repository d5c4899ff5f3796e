import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Answer } from '../../src/surfaces/console/pages/answer.js';
import { blocksOf } from '../../src/surfaces/console/pages/answer-blocks.js';

const shown = (text: string): string => render(h(Answer, { text }));

describe('an answer on the page', () => {
  test('shows groups as a table, the largest with the longest bar', () => {
    const page = shown(
      'There are 237 members, by tier:\n- Individual: 206\n- Fellow: 31 (13 %)\nNote: members: active.',
    );
    expect(page).toContain('<th scope="row">Individual</th><td class="number">206</td>');
    expect(page).toContain('<th scope="row">Fellow</th><td class="number">31 (13 %)</td>');
    expect(page).toContain('<meter min="0" max="206" value="31"></meter>');
    expect(page).toContain('<p class="small quiet">Note: members: active.</p>');
  });

  test('shows people as a list with their names first, and what stands under a line under it', () => {
    const page = shown('There are 2 of them:\n- Ann Lee: active, Fellow\n- joined: 1\n    Bo Diaz on 2026-11-21');
    expect(page).toContain('<li><b>Ann Lee</b>: active, Fellow</li>');
    expect(page).toContain('<li><b>joined</b>: 1<ul><li>Bo Diaz on 2026-11-21</li></ul></li>');
  });

  test('shows a long line of terms as a list', () => {
    const page = shown('Terms, latest first: Fellow 2026; Fellow 2025; Student 2024.');
    expect(page).toContain('<p>Terms, latest first:</p><ul><li>Fellow 2026</li>');
  });

  test('keeps whatever is written in it words: no markup of a record becomes markup of the page', () => {
    expect(shown('- <script>alert(1)</script>: 1\n- <b>x</b>: 2')).not.toMatch(/<script>|<b>x/);
  });

  test('loses no word, whatever the answer', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '- Texas: 3',
        '- Ohio: 1,204 USD',
        '  under it',
        'Note: a',
        'A: one; two; three; four.',
        '',
        '- ',
      ),
      fc.string({ maxLength: 30 }).map((text) => text.replaceAll('\n', ' ')),
    );
    const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const said = blocksOf(lines.join('\n')).flatMap((block) =>
          block.kind === 'list'
            ? block.items.flatMap(({ text, items }) => [text, ...items])
            : block.kind === 'counts'
              ? block.rows.map(({ label, figure }) => `${label} ${figure}`)
              : [block.text],
        );
        expect(words(said.join('\n'))).toEqual(words(lines.join('\n')));
      }),
    );
  });
});
