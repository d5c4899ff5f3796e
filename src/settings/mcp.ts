/* What AI clients are served over MCP: which tools, with names or pseudonyms, and how many calls in a minute. */
import { Secret } from './secret.js';

export interface McpSettings {
  /** Names of toolsets; `all` is every one. */
  readonly toolsets: readonly string[];
  /** Names of tools that are left out. */
  readonly exclude: readonly string[];
  /** True: no tool that proposes a change, whatever else is set. */
  readonly isReadOnly: boolean;
  /** Whether answers hold names of people, for whoever may see them, or pseudonyms. */
  readonly people: 'pseudonyms' | 'names';
  readonly callsPerMinute: number;
  /** The audience of the provider's tokens beside the address of /mcp, where it writes another. */
  readonly audience?: string;
  /** For whom a client that starts us itself speaks. */
  readonly token?: Secret;
}

export interface McpValues {
  readonly MCP_TOOLSETS?: readonly string[] | undefined;
  readonly MCP_EXCLUDE?: readonly string[] | undefined;
  readonly MCP_READ_ONLY?: boolean | undefined;
  readonly MCP_NAMES?: 'pseudonyms' | 'names' | undefined;
  readonly MCP_CALLS_PER_MINUTE?: number | undefined;
  readonly MCP_AUDIENCE?: string | undefined;
  readonly IMIS_COPILOT_TOKEN?: string | undefined;
}

export const mcpSettings = (values: McpValues): McpSettings => ({
  toolsets: values.MCP_TOOLSETS ?? ['all'],
  exclude: values.MCP_EXCLUDE ?? [],
  isReadOnly: values.MCP_READ_ONLY ?? false,
  people: values.MCP_NAMES ?? 'pseudonyms',
  callsPerMinute: values.MCP_CALLS_PER_MINUTE ?? 120,
  ...(values.MCP_AUDIENCE && { audience: values.MCP_AUDIENCE }),
  ...(values.IMIS_COPILOT_TOKEN && { token: new Secret(values.IMIS_COPILOT_TOKEN) }),
});

/** "people, figures" as a list; spaces and empty parts are nothing. */
export const listed = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
