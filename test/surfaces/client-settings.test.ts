import { expect, test } from 'vitest';
import { httpSettings, stdioSettings } from '../../src/surfaces/console/client-settings.js';

const here = { command: '/opt/node', arguments: ['/opt/copilot/cli.js', 'mcp'], environment: { DATA_DIR: '/data' } };
const serverIn = (text: string): unknown => JSON.parse(text).mcpServers['imis-copilot'];

test('on this machine the client starts what is installed here', () => {
  const { text, namesNoFolder } = stdioSettings(here, 'http://localhost:3978', 'imc_x');
  expect([serverIn(text), namesNoFolder]).toEqual([
    {
      command: '/opt/node',
      args: ['/opt/copilot/cli.js', 'mcp'],
      env: { DATA_DIR: '/data', IMIS_COPILOT_TOKEN: 'imc_x' },
    },
    false,
  ]);
});

test('from another machine no folder of the server is told, and no package is looked for in a registry', () => {
  const { text, namesNoFolder } = stdioSettings(here, 'https://copilot.example.org', 'imc_x');
  expect(text).not.toMatch(/opt|data|npx/);
  expect([serverIn(text), namesNoFolder]).toEqual([
    {
      command: 'npm',
      args: ['--prefix', '/path/to/imis-copilot', 'run', '-s', 'copilot', '--', 'mcp'],
      env: { IMIS_COPILOT_TOKEN: 'imc_x' },
    },
    true,
  ]);
});

test('over http the address and the header are told', () => {
  expect(serverIn(httpSettings('https://copilot.example.org', 'imc_x'))).toEqual({
    type: 'http',
    url: 'https://copilot.example.org/mcp',
    headers: { Authorization: 'Bearer imc_x' },
  });
});
