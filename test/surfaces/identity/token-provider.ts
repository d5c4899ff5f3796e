/* A provider on this machine that shows its keys, and tokens signed by them, or by whomever a test likes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
export interface Key extends Pair {
  readonly kid: string;
}

export interface TokenProvider {
  readonly issuer: string;
  /** The keys it shows now; a rotation puts others here. */
  shown: readonly Key[];
  isDown: boolean;
  /** What a good token says, for an hour, with what is given put over it. */
  claims(more?: JWTPayload): JWTPayload;
  signed(more?: JWTPayload, key?: Key): Promise<string>;
  close(): Promise<void>;
}

const GOOD_SECONDS = 3600;

export const newKey = async (kid: string): Promise<Key> => ({
  ...(await generateKeyPair('ES256', { extractable: true })),
  kid,
});

/** Begins with the key "first". */
export async function tokenProvider(audience: string): Promise<TokenProvider> {
  const first = await newKey('first');
  const server = createServer(async ({ url }, response) => {
    if (provider.isDown) return void response.writeHead(503).end();
    if (url === '/.well-known/openid-configuration')
      return void response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    const keys = await Promise.all(
      provider.shown.map(async ({ publicKey, kid }) => ({ ...(await exportJWK(publicKey)), kid, use: 'sig' })),
    );
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: TokenProvider = {
    issuer,
    shown: [first],
    isDown: false,
    claims: (more = {}) => ({
      iss: issuer,
      aud: audience,
      sub: 'sub-1',
      preferred_username: 'membership',
      scope: 'openid copilot.read copilot.propose',
      client_id: 'desktop',
      exp: Math.floor(Date.now() / 1000) + GOOD_SECONDS,
      ...more,
    }),
    signed: (more, { privateKey, kid } = first) =>
      new SignJWT(provider.claims(more)).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return provider;
}

/** A token put together by hand: signed by nobody, or by whatever is given. */
export const byHand = (header: object, payload: object, signature = ''): string =>
  `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.${signature}`;
