/** WCAG 2.2, success criterion 1.4.3: text stands out from what it is written on by 4.5 to 1, by day and by night. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';

const LEAST = 4.5;
const css = readFileSync(join(packageRoot, 'src/surfaces/console/assets/style.css'), 'utf8');

/** Relative luminance of #rrggbb. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

const schemes = ['light', 'dark'] as const;
const colourOf = (name: string, scheme: (typeof schemes)[number]): string => {
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
  return scheme === 'light' ? light : dark;
};

test('black on white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

test.each(
  schemes.flatMap((scheme) =>
    [
      ['ink', 'paper'],
      ['ink', 'card'],
      ['quiet', 'paper'],
      ['quiet', 'card'],
      ['accent', 'paper'],
      ['accent', 'card'],
      ['accent-ink', 'accent'],
      ['warn', 'warn-paper'],
      ['warn', 'card'],
      ['warn', 'paper'],
      ['bad', 'card'],
    ].map(([text = '', ground = '']) => [scheme, text, ground] as const),
  ),
)('%s: %s on %s can be read', (scheme, text, ground) => {
  expect(contrast(colourOf(text, scheme), colourOf(ground, scheme))).toBeGreaterThanOrEqual(LEAST);
});
