/* Every hop that can leave this machine, and whether it is encrypted with a certificate that still holds. */
import { connect } from 'node:tls';
import { systemClock } from '../../clock.js';
import { databaseAddress } from '../../settings/database-address.js';
import { isThisMachine } from '../../settings/this-machine.js';
import type { Settings } from '../../settings.js';
import { type Finding, good, note, toMend } from './finding.js';

export interface Hop {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly encryption: 'tls' | 'in the protocol' | 'none';
}

/** Where this configuration connects to. */
export function hopsOf(settings: Pick<Settings, 'imis' | 'database'>): Hop[] {
  const hops: Hop[] = [];
  if (settings.imis) {
    const { hostname, port, protocol } = new URL(settings.imis.url);
    const isTls = protocol === 'https:';
    hops.push({
      name: 'iMIS',
      host: hostname,
      port: Number(port) || (isTls ? 443 : 80),
      encryption: isTls ? 'tls' : 'none',
    });
  }
  const address = settings.database.url && databaseAddress(settings.database.url.reveal());
  if (address) {
    const { host, port, isVerified } = address;
    // The server's certificate is checked by the driver, inside the protocol of PostgreSQL.
    hops.push({ name: 'database', host, port, encryption: isVerified ? 'in the protocol' : 'none' });
  }
  return hops;
}

/** `verifiesCertificates` is false where the environment tells Node to believe any certificate. */
export async function checkTransport(
  settings: Pick<Settings, 'imis' | 'database' | 'http'>,
  verifiesCertificates: boolean,
): Promise<Finding[]> {
  const hops = await Promise.all(hopsOf(settings).map(checkHop));
  const { host } = settings.http;
  const served = isThisMachine(host)
    ? good('transport', 'The pages are served to this machine only.')
    : toMend(
        'transport',
        `The pages are served on ${host} without encryption.`,
        'Set HOST to 127.0.0.1 and put a proxy with a certificate before it.',
      );
  return verifiesCertificates ? [...hops, served] : [...hops, served, believesAnything];
}

const believesAnything = toMend(
  'transport',
  'NODE_TLS_REJECT_UNAUTHORIZED is 0: certificates are not verified at all.',
  'Unset it; name a certificate authority of your own in NODE_EXTRA_CA_CERTS instead.',
);

const WARN_DAYS = 21;
const DAY_MILLIS = 86_400_000;

/** One hop; for TLS a handshake of our own tells until when the certificate holds. */
export async function checkHop(hop: Hop): Promise<Finding> {
  if (hop.encryption === 'in the protocol') return good('transport', `${hop.name}: encrypted, certificate verified.`);
  if (hop.encryption === 'none')
    return isThisMachine(hop.host)
      ? good('transport', `${hop.name}: on this machine, nothing leaves it.`)
      : toMend(
          'transport',
          `${hop.name}: not encrypted on its way to ${hop.host}.`,
          'Use https, or sslmode=verify-full.',
        );
  return certificateFinding(hop, await certificateEnd(hop.host, hop.port));
}

/** `validTo` is undefined where no verified handshake came about. */
export function certificateFinding({ name, host }: Hop, validTo: Date | undefined): Finding {
  if (validTo === undefined)
    return note('transport', `${name}: no valid certificate of ${host} could be seen; the sign-in below says why.`);
  const days = Math.floor((validTo.getTime() - systemClock('UTC').now().getTime()) / DAY_MILLIS);
  return days >= WARN_DAYS
    ? good('transport', `${name}: encrypted, the certificate holds ${days} more days.`)
    : toMend('transport', `${name}: the certificate of ${host} ends in ${days} days.`, 'Have it renewed.');
}

const HANDSHAKE_MILLIS = 10_000;

/** Undefined when no verified handshake comes about: the reading account's sign-in tells what is wrong. */
function certificateEnd(host: string, port: number): Promise<Date | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: /^[\d.:[\]]+$/.test(host) ? '' : host }, () => {
      const { valid_to: validTo } = socket.getPeerCertificate();
      socket.destroy();
      resolve(validTo ? new Date(validTo) : undefined);
    });
    socket.setTimeout(HANDSHAKE_MILLIS, () => socket.destroy());
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(undefined));
  });
}
