/*
 * Preloaded before the public suite: it imports `globSync` of node:fs, which Node 20 does not have. What tests a server
 * never calls it; whatever does is told so.
 */
import { register } from 'node:module';

const hooks = `
  const STAND_IN = 'stand-in:fs';
  const source = \`
    export * from 'node:fs';
    export { default } from 'node:fs';
    export function globSync() {
      throw new Error('globSync of node:fs needs Node 22.');
    }
  \`;
  export const resolve = (name, context, next) =>
    /^(node:)?fs$/.test(name) && context.parentURL?.includes('/@modelcontextprotocol/conformance/')
      ? { url: STAND_IN, format: 'module', shortCircuit: true }
      : next(name, context);
  export const load = (url, context, next) =>
    url === STAND_IN ? { format: 'module', source, shortCircuit: true } : next(url, context);
`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
