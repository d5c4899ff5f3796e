/* What a person copies into the settings of an AI client: the form most clients read, a list of `mcpServers`. */
import { isThisMachine } from '../../settings/this-machine.js';
import type { ClientCommand } from './token-parts.js';

/** What the server is called in the client. */
const NAME = 'imis-copilot';
// On another machine we cannot know where the copilot is installed, and a bare package name would be looked for, and
// found if somebody puts one there, in a public registry.
const ELSEWHERE: ClientCommand = {
  command: 'npm',
  arguments: ['--prefix', '/path/to/imis-copilot', 'run', '-s', 'copilot', '--', 'mcp'],
  environment: {},
};

const settingsFor = (server: object): string => JSON.stringify({ mcpServers: { [NAME]: server } }, null, 2);

export interface StdioSettings {
  readonly text: string;
  /** Whether the person has to say where the copilot is installed. */
  readonly namesNoFolder: boolean;
}

/** The client starts the copilot itself. `address` is where the console is reached. */
export function stdioSettings(here: ClientCommand, address: string, token: string): StdioSettings {
  const isHere = isThisMachine(new URL(address).hostname);
  const { command, arguments: args, environment } = isHere ? here : ELSEWHERE;
  const text = settingsFor({ command, args, env: { ...environment, IMIS_COPILOT_TOKEN: token } });
  return { text, namesNoFolder: !isHere };
}

/** The client calls the copilot that runs already. */
export const httpSettings = (address: string, token: string): string =>
  settingsFor({ type: 'http', url: `${address}/mcp`, headers: { Authorization: `Bearer ${token}` } });
