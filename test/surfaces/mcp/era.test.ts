import { classifyInboundRequest } from '@modelcontextprotocol/server';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLegacy } from '../../../src/surfaces/mcp/era.js';

const version = fc.constantFrom(
  undefined,
  '2026-07-28',
  '2025-11-25',
  '2025-06-18',
  '2025-03-26',
  '2027-01-01',
  'x',
  '',
);
const meta = fc.option(
  fc.record(
    {
      'io.modelcontextprotocol/protocolVersion': fc.constantFrom('2026-07-28', '2025-11-25', 7, ''),
      'io.modelcontextprotocol/clientCapabilities': fc.constantFrom({}, 'none'),
      progressToken: fc.constantFrom('p', 1),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);
const params = fc.oneof(
  fc.record(
    { _meta: meta, name: fc.constant('echo'), protocolVersion: fc.constantFrom('2025-11-25', '2026-07-28') },
    { requiredKeys: [] },
  ),
  fc.constantFrom(undefined, null, [], 'text', 3),
);
const message = fc.record(
  {
    jsonrpc: fc.constantFrom('2.0', '2.0', '2.0', '1.0', 2),
    id: fc.constantFrom(1, 'a', null, 1.5, -0, 2 ** 60, [], undefined),
    method: fc.constantFrom('tools/call', 'initialize', 'notifications/initialized', '', 5),
    params,
    result: fc.constantFrom({}, null),
    error: fc.constantFrom({ code: -32_600, message: 'no' }, 'no'),
    further: fc.constant(true),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(message, fc.array(message, { maxLength: 2 }), fc.constantFrom(undefined, null, 'text', 1, true));

test('every message is of the era the SDK says, whatever headers and fields it has', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('POST', 'POST', 'POST', 'GET', 'DELETE'),
      version,
      fc.constantFrom(undefined, 'tools/call', 'initialize'),
      body,
      (httpMethod, named, method, sent) => {
        const { kind } = classifyInboundRequest({
          httpMethod,
          ...(named !== undefined && { protocolVersionHeader: named }),
          ...(method !== undefined && { mcpMethodHeader: method }),
          body: sent,
        });
        expect(isLegacy({ httpMethod, version: named, method, body: sent })).toBe(kind === 'legacy');
      },
    ),
    { numRuns: 5000 },
  );
});

test('what clients send all day is told without a doubt', () => {
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'echo', arguments: {} } };
  const told = (version: string) => isLegacy({ httpMethod: 'POST', version, method: undefined, body: call });
  expect([told('2025-11-25'), told('2026-07-28')]).toEqual([true, false]);
});
