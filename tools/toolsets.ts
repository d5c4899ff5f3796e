/*
 * Which tools of the catalogue a client is shown: by toolset, without those left out, and only those that read where
 * nothing may be proposed. What is not shown cannot be called either. A setting and a command may each narrow it.
 */
import { ExpectedError } from '../src/errors.js';
import { isReadOnly, type Tool } from './define.js';

/** Tools that are asked for together, by the name an operator gives. */
export const toolsets = {
  people: ['find_members', 'member_profile', 'check_member'],
  figures: ['count_members', 'group_members', 'measure_members', 'list_events'],
  records: ['member_invoices', 'member_engagement', 'what_changed'],
  changes: ['propose_note', 'propose_task', 'propose_contact_correction'],
} as const satisfies Record<string, readonly string[]>;
export type ToolsetName = keyof typeof toolsets;
export const toolsetNames = Object.keys(toolsets) as ToolsetName[];

/** Without these nobody could follow up what the others answer. */
export const alwaysShown = ['proposal_status', 'open_receipt', 'what_can_you_do'] as const;

/** How a client's tools are narrowed; nothing given: all of them. */
export interface Narrowing {
  /** Names of toolsets; undefined or `all`: every one. */
  readonly toolsets?: readonly string[];
  /** Names of tools that are left out, whatever toolset they are in. */
  readonly exclude?: readonly string[];
  /** Overrides everything else: no tool that proposes. */
  readonly isReadOnly?: boolean;
}

export class ToolsetUnknown extends ExpectedError {
  readonly kind = 'toolset_unknown';
  constructor(name: string) {
    super(`There is no toolset "${name.slice(0, 60)}".`, `Use one of: all, ${toolsetNames.join(', ')}.`);
  }
}

export class ExcludedUnknown extends ExpectedError {
  readonly kind = 'excluded_unknown';
  constructor(name: string, known: readonly string[]) {
    super(
      `There is no tool "${name.slice(0, 60)}" to leave out.`,
      `A misspelled name would leave it in, so nothing is served. The tools are: ${known.join(', ')}.`,
    );
  }
}

/** The tools left after each narrowing in turn. Throws ToolsetUnknown and ExcludedUnknown for a name that means nothing. */
export function narrowed(catalog: readonly Tool[], ...narrowings: readonly Narrowing[]): readonly Tool[] {
  return narrowings.reduce((tools, narrowing) => tools.filter(keptBy(narrowing, catalog)), catalog);
}

/** The names alone, for whoever must know before the tools are loaded. Throws ToolsetUnknown and ExcludedUnknown. */
export function requireKnown({ toolsets: asked, exclude }: Narrowing, names: readonly string[] = everyName): void {
  const unknown = exclude?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new ExcludedUnknown(unknown, names);
  shownBy(asked, names);
}

// Every tool stands in a toolset or is always shown.
const everyName: readonly string[] = [...Object.values(toolsets).flat(), ...alwaysShown];

function keptBy(narrowing: Narrowing, catalog: readonly Tool[]): (tool: Tool) => boolean {
  const names = catalog.map(({ name }) => name);
  requireKnown(narrowing, names);
  const shown = shownBy(narrowing.toolsets, names);
  return (tool) =>
    shown.has(tool.name) && !narrowing.exclude?.includes(tool.name) && (!narrowing.isReadOnly || isReadOnly(tool));
}

function shownBy(asked: readonly string[] | undefined, names: readonly string[]): ReadonlySet<string> {
  if (asked === undefined || asked.includes('all')) return new Set(names);
  return new Set([...alwaysShown, ...asked.flatMap((name) => toolsetOf(name))]);
}

function toolsetOf(name: string): readonly string[] {
  const isKnown = (one: string): one is ToolsetName => Object.hasOwn(toolsets, one);
  if (!isKnown(name)) throw new ToolsetUnknown(name);
  return toolsets[name];
}
