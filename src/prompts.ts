/*
 * The words for models: Markdown files in prompts/ with front matter (id, version, purpose, inputs). Read once, from the
 * package root, so that source and build find the same files.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { packageRoot } from './package-root.js';

const FrontMatter = z.strictObject({
  id: z.string().min(1),
  version: z.coerce.number().int().positive(),
  purpose: z.string().min(1),
  inputs: z.string().transform((list) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  ),
});

export interface Prompt {
  readonly id: string;
  readonly version: number;
  readonly purpose: string;
  readonly inputs: readonly string[];
  /** The text with every input filled in. Throws a TypeError when one is missing. */
  with(inputs: Readonly<Record<string, string>>): string;
}

const read = new Map<string, Prompt>();

/** The prompt of prompts/ID.md. */
export function promptOf(id: string): Prompt {
  const known = read.get(id);
  if (known) return known;
  const prompt = parsePrompt(readFileSync(join(packageRoot, 'prompts', `${id}.md`), 'utf8'));
  if (prompt.id !== id) throw new TypeError(`prompts/${id}.md calls itself ${prompt.id}`);
  read.set(id, prompt);
  return prompt;
}

export function parsePrompt(file: string): Prompt {
  const [, front, body] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(file) ?? [];
  if (front === undefined || body === undefined) throw new TypeError('a prompt begins with front matter between ---');
  const fields = Object.fromEntries(
    front.split(/\r?\n/).map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
  const { inputs, ...about } = FrontMatter.parse(fields);
  const used = new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
  const unknown = [...used].filter((name) => name !== undefined && !inputs.includes(name));
  if (unknown.length > 0)
    throw new TypeError(`the prompt ${about.id} uses inputs it does not name: ${unknown.join(', ')}`);
  return {
    ...about,
    inputs,
    with(values) {
      const missing = inputs.filter((name) => values[name] === undefined);
      if (missing.length > 0) throw new TypeError(`the prompt ${about.id} lacks: ${missing.join(', ')}`);
      return body.trim().replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
    },
  };
}
