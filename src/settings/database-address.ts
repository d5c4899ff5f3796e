/*
 * DATABASE_URL as the driver reads it: a `host` in its query goes before the one in front, the last `sslmode` counts,
 * without a host PGHOST does, and what else stands in the query overrides our own options. So each host it names must be
 * fit, nothing may be said twice, and only parameters that cannot weaken a connection are let through.
 */
import { isThisMachine } from './this-machine.js';

export interface DatabaseAddress {
  /** Where the driver connects to: a name, an address or the path of a socket. */
  readonly host: string;
  readonly port: number;
  /** Encrypted, with the server's certificate and name verified. */
  readonly isVerified: boolean;
  readonly staysHere: boolean;
}

const ALLOWED = ['host', 'port', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'application_name'];

/** Undefined for a text that is no address of a PostgreSQL database. */
export function databaseAddress(text: string): DatabaseAddress | undefined {
  const url = parsed(text);
  if (!url) return undefined;
  const hosts = hostsOf(url);
  return {
    host: hosts.at(-1) ?? '',
    port: Number(url.searchParams.get('port') || url.port) || 5432,
    isVerified: url.searchParams.getAll('sslmode').join() === 'verify-full',
    staysHere: hosts.length > 0 && hosts.every(isThisMachine),
  };
}

/** What is wrong with an address, with the mend; [] for one that may be used. Quotes nothing but names of parameters. */
export function databaseFaults(text: string): string[] {
  const url = parsed(text);
  const address = databaseAddress(text);
  if (!url || !address) return ['DATABASE_URL: not an address such as postgresql://user@host/database'];
  const names = [...url.searchParams.keys()];
  const faults: string[] = [];
  if (address.host === '') faults.push('DATABASE_URL: name the host, as in postgresql://user@host/database');
  else if (!address.staysHere && !address.isVerified)
    faults.push('DATABASE_URL: a database on another machine needs TLS; add ?sslmode=verify-full');
  if (new Set(names).size < names.length)
    faults.push('DATABASE_URL: a parameter after the question mark is given twice; keep one');
  if (!names.every((name) => ALLOWED.includes(name)))
    faults.push(`DATABASE_URL: after the question mark only ${ALLOWED.join(', ')} are taken; remove the rest`);
  return faults;
}

function parsed(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^postgres(ql)?:$/.test(url.protocol) ? url : undefined;
}

/** The host in front may be the path of a socket, written %2Frun%2Fpostgresql. */
const hostsOf = ({ hostname, searchParams }: URL): string[] =>
  [hostname.replaceAll(/%2f/gi, '/'), ...searchParams.getAll('host')].filter((host) => host !== '');
