/*
 * A bare server of the SDK on the same kind of stack: express, tools registered with schemas made once, no token, no
 * audit, no rights. Its count_members sends the statements that the product's own one sends, and nothing beside them.
 */
import { randomUUID } from 'node:crypto';
import { NodeStreamableHTTPServerTransport, toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, isInitializeRequest, McpServer } from '@modelcontextprotocol/server';
import express, { type Express } from 'express';
import type * as z from 'zod';
import { actorFor } from '../../src/access/actors.js';
import { keptVocabulary } from '../../src/main/vocabulary.js';
import { parseSettings } from '../../src/settings.js';
import type { Database } from '../../src/store/database.js';
import { listen } from '../../src/surfaces/http.js';
import { catalog } from '../../tools/catalog.js';
import type { Tool } from '../../tools/define.js';
import { COUNTED } from './calls.js';
import { clock, openDatabase, staffNamed } from './database.js';
import { sixty, usual } from './echo.js';
import { serveMeasuring } from './told.js';

const database = await openDatabase();
const count = await recordedCount();

type Fields = Record<string, unknown>;
type Handler = (input: never) => Promise<{ words: string; output: unknown }>;

function handlerOf(tool: Tool): Handler {
  if (tool.name === 'count_members') return count;
  return async (input) => {
    const output = await tool.run(input, {} as never);
    return { words: tool.words(output), output };
  };
}

/** The statements of one count and its answer, the number of each later one read from the statement that counts. */
async function recordedCount(): Promise<Handler> {
  const tool = catalog.find(({ name }) => name === 'count_members');
  if (!tool) throw new Error('the catalogue has no count_members');
  const sent: { readonly sql: string; readonly parameters: readonly unknown[] | undefined }[] = [];
  const recording: Pick<Database, 'query'> = {
    query(sql, parameters) {
      sent.push({ sql, parameters });
      return database.query(sql, parameters);
    },
  };
  const none = () => Promise.reject(new Error('nothing is proposed here'));
  const run = async () =>
    (await tool.run(tool.input.parse(COUNTED) as never, {
      actor: await actorFor(database, staffNamed(0), 'mcp'),
      thread: 'bare',
      database: recording as Database,
      clock,
      settings: parseSettings({}),
      typed: [],
      proposals: { propose: none, list: none, count: none, show: none },
      vocabulary,
      receipt: async () => undefined,
    })) as { counts: { in: number } };
  const vocabulary = keptVocabulary(database, clock);
  // The first one keeps what later ones find kept.
  await run();
  sent.length = 0;
  const output = await run();
  return async () => {
    let counted: number | undefined;
    for (const { sql, parameters } of sent) {
      const { rows } = await database.query<{ yes?: number | string }>(sql, parameters);
      if (rows[0]?.yes !== undefined) counted = Number(rows[0].yes);
    }
    if (counted === undefined) throw new Error('no statement of a count has counted');
    const answer = { ...output, counts: { ...output.counts, in: counted } };
    return { words: tool.words(answer as never), output: answer };
  };
}

function bare(tools: readonly Tool[]): McpServer {
  const server = new McpServer({ name: 'bare', version: '1.0.0' });
  for (const tool of tools) {
    const handle = handlerOf(tool);
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: tool.input as z.ZodType<Fields>,
        outputSchema: tool.output as z.ZodType<Fields>,
      },
      async (input: Fields) => {
        const { words, output } = await handle(input as never);
        return { content: [{ type: 'text' as const, text: words }], structuredContent: output as Fields };
      },
    );
  }
  return server;
}

function appWith(tools: readonly Tool[]): Express {
  const sessions = new Map<string, NodeStreamableHTTPServerTransport>();
  const modern = toNodeHandler(createMcpHandler(() => bare(tools), { legacy: 'reject' }));
  const app = express();
  app.use(express.json());
  app.all('/mcp', async (request, response) => {
    const id = request.headers['mcp-session-id'];
    const session = typeof id === 'string' ? sessions.get(id) : undefined;
    if (session) await session.handleRequest(request, response, request.body);
    else if (isInitializeRequest(request.body)) {
      const transport = new NodeStreamableHTTPServerTransport({
        sessionIdGenerator: () => randomUUID(),
        onsessioninitialized: (opened) => void sessions.set(opened, transport),
      });
      await bare(tools).connect(transport);
      await transport.handleRequest(request, response, request.body);
    } else await modern(request, response, request.body);
  });
  return app;
}

const usually = await listen(appWith(usual), '127.0.0.1', 0);
const many = await listen(appWith(sixty), '127.0.0.1', 0);

serveMeasuring(
  { addresses: { usual: `${usually.url}/mcp`, '60': `${many.url}/mcp` }, tokens: [] },
  async () => [],
  async () => {
    for (const { server } of [usually, many]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    await database.close();
  },
);
