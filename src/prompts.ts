/*
 * The words for models: Markdown files in prompts/ with front matter (id, version, purpose, inputs; those that an AI
 * client offers in a menu also mcp and title). Read once, from the package root, so that source and build find the same
 * files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { packageRoot } from './package-root.js';

export interface PromptInput {
  readonly name: string;
  /** In one line, for whoever fills it in; nothing where a program does. */
  readonly about: string;
  readonly isOptional: boolean;
}

// "member (whom it is about), period? (which days; this month where left out)"
const INPUT = /^(\w+)(\?)?(?: +\(([^()]+)\))?$/;

const Inputs = z.string().transform((list, context): PromptInput[] =>
  list
    .split(/,(?![^(]*\))/)
    .map((one) => one.trim())
    .filter(Boolean)
    .flatMap((one) => {
      const [, name, optional, about = ''] = INPUT.exec(one) ?? [];
      if (name !== undefined) return [{ name, about: about.trim(), isOptional: optional !== undefined }];
      context.addIssue(`"${one}" is no input: write name, name? or name (what it is)`);
      return [];
    }),
);

const FrontMatter = z.strictObject({
  id: z.string().min(1),
  version: z.coerce.number().int().positive(),
  purpose: z.string().min(1),
  inputs: Inputs,
  title: z.string().min(1).optional(),
  mcp: z.enum(['true', 'false']).optional(),
});

export interface Prompt {
  readonly id: string;
  readonly version: number;
  readonly purpose: string;
  readonly inputs: readonly PromptInput[];
  /** As a menu shows it. */
  readonly title?: string;
  /** Offered to people in their AI client. */
  readonly isForClients: boolean;
  /**
   * The text with every input filled in; a line whose optional input is left out or empty is left out with it. Throws a
   * TypeError when one is missing or unknown.
   */
  with(inputs: Readonly<Record<string, string>>): string;
}

const read = new Map<string, Prompt>();
const folder = join(packageRoot, 'prompts');

/** The prompt of prompts/ID.md. */
export function promptOf(id: string): Prompt {
  const known = read.get(id);
  if (known) return known;
  const prompt = parsePrompt(readFileSync(join(folder, `${id}.md`), 'utf8'));
  if (prompt.id !== id) throw new TypeError(`prompts/${id}.md calls itself ${prompt.id}`);
  read.set(id, prompt);
  return prompt;
}

/** Those an AI client offers in its menu, by title. */
export const mcpPrompts = (): readonly Prompt[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => promptOf(name.replace(/\.md$/, '')))
    .filter(({ isForClients }) => isForClients)
    .sort((one, other) => ((one.title ?? '') < (other.title ?? '') ? -1 : 1));

export function parsePrompt(file: string): Prompt {
  const [, front, body] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(file) ?? [];
  if (front === undefined || body === undefined) throw new TypeError('a prompt begins with front matter between ---');
  const fields = Object.fromEntries(
    front.split(/\r?\n/).map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
  const { inputs, mcp, title, ...about } = FrontMatter.parse(fields);
  const prompt: Prompt = {
    ...about,
    inputs,
    ...(title !== undefined && { title }),
    isForClients: mcp === 'true',
    with: (values) => filled(about.id, inputs, body, values),
  };
  check(prompt, body);
  return prompt;
}

/** Throws a TypeError for what would only show when somebody picks the prompt. */
function check({ id, inputs, title, isForClients }: Prompt, body: string): void {
  const used = new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].flatMap(([, name]) => name ?? []));
  const names = inputs.map(({ name }) => name);
  const unknown = [...used].filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new TypeError(`the prompt ${id} uses inputs it does not name: ${unknown.join(', ')}`);
  if (!isForClients) return;
  const unused = names.filter((name) => !used.has(name));
  if (unused.length > 0) throw new TypeError(`the prompt ${id} names inputs it does not use: ${unused.join(', ')}`);
  const silent = inputs.filter(({ about }) => about === '').map(({ name }) => name);
  if (silent.length > 0) throw new TypeError(`the prompt ${id} does not say what these are: ${silent.join(', ')}`);
  if (title === undefined) throw new TypeError(`the prompt ${id} is offered in a menu and has no title`);
}

function filled(
  id: string,
  inputs: readonly PromptInput[],
  body: string,
  values: Readonly<Record<string, string>>,
): string {
  const missing = inputs.filter(({ name, isOptional }) => !isOptional && values[name] === undefined);
  if (missing.length > 0) throw new TypeError(`the prompt ${id} lacks: ${missing.map(({ name }) => name).join(', ')}`);
  const unknown = Object.keys(values).filter((name) => !inputs.some((input) => input.name === name));
  if (unknown.length > 0) throw new TypeError(`the prompt ${id} takes no ${unknown.join(', ')}`);
  const empty = inputs.filter(({ name, isOptional }) => isOptional && !values[name]?.trim());
  return body
    .trim()
    .split('\n')
    .filter((line) => !empty.some(({ name }) => line.includes(`{{${name}}}`)))
    .join('\n')
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
