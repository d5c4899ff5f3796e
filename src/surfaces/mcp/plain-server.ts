/* The SDK's server, which says in plain words what is wrong with a message instead of handing over its schema's report. */
import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server';

type Handler = Parameters<Server['_wrapHandler']>[1];

interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const MOST_FAULTS = 3;
const LONGEST_FAULT = 200;

export class PlainServer extends Server {
  /** Params that do not fit are the client's to mend; the SDK would answer most of them as a failure of ours. */
  protected override _wrapHandler(method: string, handler: Handler): Handler {
    const wrapped = super._wrapHandler(method, handler);
    return async (request, context) => {
      try {
        return await wrapped(request, context);
      } catch (error) {
        const faults = faultsIn(error);
        if (!faults) throw error;
        const words = faults.map(({ path, message }) =>
          `${path.join('.') || 'params'}: ${message}`.slice(0, LONGEST_FAULT),
        );
        throw new ProtocolError(
          ProtocolErrorCode.InvalidParams,
          `The message does not fit ${method}: ${words.slice(0, MOST_FAULTS).join('; ')}.`,
        );
      }
    };
  }
}

/** The report of a schema stands in the SDK's error as JSON and nowhere else; no message of ours ends in a list. */
function faultsIn(error: unknown): readonly Fault[] | undefined {
  const [, report] = /^[^[{]*(\[\s*\{.*\}\s*\])$/s.exec(error instanceof Error ? error.message : '') ?? [];
  if (report === undefined) return undefined;
  try {
    return JSON.parse(report) as readonly Fault[];
  } catch {
    return undefined;
  }
}
