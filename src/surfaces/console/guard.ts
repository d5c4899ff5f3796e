import { timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { ExpectedError } from '../../errors.js';

/** The request did not come from our own page in this person's browser. */
export class ForeignRequest extends ExpectedError {
  readonly kind = 'foreign_request';
  constructor(what: string) {
    super(`This request was refused: ${what}.`, 'Open the page itself and try again from there.');
  }
}

const ownHosts = (host: string): string[] => ['127.0.0.1', 'localhost', '[::1]', host];

/**
 * Answers only to our own Host and, where the browser names one, our own Origin: against DNS rebinding and foreign forms.
 * `publicUrl` is where a proxy in front of us is reached: its host and its origin are ours too.
 */
export const hostGuard = (listeningOn: string, publicUrl?: string) => {
  const hosts = ownHosts(listeningOn);
  const reached = publicUrl === undefined ? undefined : new URL(publicUrl);
  return (request: Request, _response: Response, next: NextFunction): void => {
    const host = request.headers.host ?? '';
    const isOwn = hosts.includes(host.replace(/:\d+$/, '')) || host === reached?.host;
    if (!isOwn) throw new ForeignRequest('it names another host');
    const { origin } = request.headers;
    const isChange = request.method !== 'GET' && request.method !== 'HEAD';
    const origins = [`${request.protocol}://${host}`, ...(reached ? [reached.origin] : [])];
    if (origin !== undefined && !origins.includes(origin)) throw new ForeignRequest('it comes from another site');
    if (isChange && request.headers['sec-fetch-site'] === 'cross-site')
      throw new ForeignRequest('it comes from another site');
    next();
  };
};

/** True when the form carries the token of its session. */
export function isSame(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const HEADERS = new Map([
  [
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; script-src-attr 'none'; style-src 'self'; style-src-attr 'none'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
  ['Cache-Control', 'no-store'],
]);

/** No inline script or style, nothing from elsewhere, never in a frame. */
export function secureHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.setHeaders(HEADERS);
  next();
}
