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
        const faults = faultsIn(error, method);
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

/**
 * The report of the SDK's schema, which stands in its error as JSON and nowhere else. Every failure of a handler of ours is
 * a protocol error by then; of those only the SDK's own of a call is a report, whatever the words of ours end in.
 */
function faultsIn(error: unknown, method: string): readonly Fault[] | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof ProtocolError && !error.message.startsWith(`Invalid ${method} request: `)) return undefined;
  const [, report] = /^[^[{]*(\[\s*\{.*\}\s*\])$/s.exec(error.message) ?? [];
  if (report === undefined) return undefined;
  try {
    const faults: unknown = JSON.parse(report);
    return Array.isArray(faults) && faults.every(isFault) ? faults : undefined;
  } catch {
    return undefined;
  }
}

function isFault(value: unknown): value is Fault {
  const { path, message } = (value ?? {}) as { path?: unknown; message?: unknown };
  return (
    typeof message === 'string' &&
    Array.isArray(path) &&
    path.every((step) => typeof step === 'string' || typeof step === 'number')
  );
}
