/*
 * The public suite cannot be told to send a token: this stands between it and the product on loopback and adds one to
 * every request. Everything else goes through as it came, the Host header too, so that the product's guards still see it.
 */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

export interface TokenSender {
  readonly url: string;
  close(): Promise<void>;
}

export async function sendingToken(target: string, token: string): Promise<TokenSender> {
  const { hostname, port } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const onward = request(
      { hostname, port, method, path, headers: { ...headers, authorization: `Bearer ${token}` } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.flushHeaders();
        pipeline(answer, outgoing, () => undefined);
      },
    );
    // A client that goes away ends its request at the product too: to 2026-07-28 that is how a call is cancelled.
    outgoing.on('close', () => onward.destroy());
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
