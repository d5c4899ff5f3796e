/* A provider on this machine: its metadata, its key, and access tokens it signs. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface Provider {
  readonly issuer: string;
  /** An access token for /mcp at this address, an hour long. */
  token(userName: string, publicUrl: string): Promise<string>;
  close(): void;
}

// What Microsoft Entra signs with.
const ALGORITHM = 'RS256';

export async function startProvider(): Promise<Provider> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM);
  const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: ALGORITHM, use: 'sig' };
  const server = createServer((request, response) => {
    const said = request.url?.startsWith('/.well-known/') ? { issuer, jwks_uri: `${issuer}/keys` } : { keys: [key] };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    token: (userName, publicUrl) =>
      new SignJWT({ scope: 'copilot.read copilot.propose', preferred_username: userName, client_id: 'bench' })
        .setProtectedHeader({ alg: ALGORITHM, kid: 'bench' })
        .setIssuer(issuer)
        .setSubject(`subject-${userName}`)
        .setAudience(`${publicUrl}/mcp`)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
