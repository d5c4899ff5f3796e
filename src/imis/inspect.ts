/* What a site says about itself: roles, properties, rights, queries, its clock. */
import { systemClock } from '../clock.js';
import {
  decodeEntityDefinition,
  decodeQueryDefinition,
  type StatedColumn,
  type StatedQuery,
} from './contracts/definition.js';
import { endpoints, queryPath } from './contracts/endpoints.js';
import { decodeOperation, decodePage, decodeRoles, encodeExecute } from './contracts/envelope.js';
import { ImisRefused, ImisUnexpectedShape } from './failures.js';
import { queries } from './pack.js';
import type { ImisReader } from './port.js';
import type { Connection } from './request.js';
import { skewOf } from './site-clock.js';
import type { SiteWays } from './site-profile.js';

/** The part of a reader that asks about the site, and what doctor asks beyond it. */
export interface Inspector extends Pick<ImisReader, 'rolesOf' | 'propertiesOf' | 'canRead' | 'clockSkew'> {
  /** Columns of an entity or panel source with their types, or undefined where the site answers 404 or 501. */
  columnsOf(entity: string): Promise<readonly StatedColumn[] | undefined>;
  /** Columns and prompts of a query of the pack, or undefined where it is not there or may not be looked up. */
  queryDefinition(name: string): Promise<StatedQuery | undefined>;
  /** An answer as sent, without decoding: for profiles, which keep its structure only. */
  answer(path: string, doing: string): Promise<Answered>;
}

export interface Answered {
  /** Undefined for an empty body. */
  readonly wire: unknown;
  readonly headers: Headers;
}

// The two ends of a clock reading are compared on the machine's own clock, whatever day the copilot takes for today.
const machineClock = systemClock('UTC');

export function createInspector(connection: Connection, ways: SiteWays): Inspector {
  const columnsOf = async (entity: string) => {
    if (!ways.describes(entity)) return undefined;
    const path = `/api/metadata/${encodeURIComponent(entity)}`;
    try {
      const reply = await connection.send({ ...asking(`about ${entity}`), path, accept: [404, 501] });
      return reply.status < 300 ? decodeEntityDefinition(reply.wire) : undefined;
    } catch (error) {
      // A server without this address answers with its own error page: the columns are not stated.
      if (error instanceof ImisUnexpectedShape && error.oddity === 'web page') return undefined;
      throw error;
    }
  };
  return {
    columnsOf,
    propertiesOf: async (entity) => (await columnsOf(entity))?.map(({ name }) => name),
    async rolesOf(userName) {
      return decodeRoles(await execute(connection, 'UserSecurity', 'GetUserRoles', userName));
    },
    queryDefinition: (name) =>
      unlessRefused(undefined, async () =>
        decodeQueryDefinition(await execute(connection, 'QueryDefinition', 'FindByPath', queryPath(name))),
      ),
    canRead: (entity) =>
      unlessRefused(false, async () => {
        const reply = await connection.send({ ...asking(`whether ${entity} can be read`), path: firstRow(entity) });
        return decodePage(reply.wire) !== undefined;
      }),
    async clockSkew() {
      const before = machineClock.now().getTime();
      const reply = await connection.send({ ...asking('what time it is'), path: '/api/Party?limit=1' });
      const after = machineClock.now().getTime();
      const skew = skewOf(reply.headers, (before + after) / 2);
      if (skew === undefined) throw new ImisUnexpectedShape(reply.facts, 'not iMIS');
      return skew;
    },
    async answer(path, doing) {
      const { wire, headers } = await connection.send({ ...asking(doing), path });
      return { wire, headers };
    },
  };
}

const asking = (what: string) => ({ method: 'GET', doing: `asking ${what}`, repeatable: true }) as const;

async function unlessRefused<T, R>(refused: R, ask: () => Promise<T>): Promise<T | R> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ImisRefused) return refused;
    throw error;
  }
}

/** The first row of a query of the pack, or of an entity or panel source; where a list needs a filter, one that finds none. */
function firstRow(name: string): string {
  if (queries.some((query) => query.name === name))
    return `/api/Query?QueryName=${encodeURIComponent(queryPath(name))}&limit=1`;
  const required = Object.values(endpoints).find(({ entity }) => entity === name)?.requiredFilters ?? [];
  return `/api/${encodeURIComponent(name)}?limit=1${required.map((filter) => `&${filter}=eq:0`).join('')}`;
}

/** The result of an operation that only looks something up, and may therefore be repeated. */
async function execute(connection: Connection, entity: string, operation: string, parameter: string): Promise<unknown> {
  const reply = await connection.send({
    method: 'POST',
    path: `/api/${entity}/_execute`,
    doing: `asking ${operation}`,
    body: encodeExecute(entity, operation, [parameter]),
    repeatable: true,
  });
  const operated = decodeOperation(reply.wire);
  if (!operated) throw new ImisUnexpectedShape(reply.facts, 'no answer to the operation');
  // HTTP 200 with IsSuccessStatusCode false is how an operation fails.
  if (!operated.succeeded) throw new ImisRefused(reply.facts, 'other');
  return operated.result;
}
