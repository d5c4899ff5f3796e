/** An OpenID Connect provider on this machine, with made-up people, and a browser that signs in there. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface TestProvider extends AsyncDisposable {
  readonly issuer: string;
}

export const CLIENT = { clientId: 'copilot', clientSecret: 'a secret of sixteen and more letters' };

interface ProviderOptions {
  readonly redirectUris: readonly string[];
  readonly logoutUris: readonly string[];
  /** What it says of a person, by the name they signed in with. */
  readonly claims: (login: string) => Record<string, unknown>;
  /** Tells of the person in the ID token too, and not only when asked. */
  readonly inIdToken: boolean;
}

export async function startProvider(options: ProviderOptions): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [...options.redirectUris],
        post_logout_redirect_uris: [...options.logoutUris],
      },
    ],
    conformIdTokenClaims: !options.inIdToken,
    claims: { openid: ['sub', 'oid'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
    findAccount: (_context, login) => ({
      accountId: login,
      claims: () => ({ sub: `sub-${login}`, ...options.claims(login) }),
    }),
    cookies: { keys: ['a key for tests'] },
    pkce: { required: () => true },
  });
  provider.on('server_error', (_context, error) => console.error(error));
  server.on('request', provider.callback());
  return {
    issuer,
    [Symbol.asyncDispose]: () => closed(server),
  };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Follows redirects and keeps cookies by host, path aside. */
export class Browser {
  readonly cookies = new Map<string, Map<string, string>>();

  async go(address: string, form?: Record<string, string>): Promise<Response> {
    const url = new URL(address);
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (/expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    this.cookies.set(url.host, jar);
    return response;
  }

  /** Goes on while it is sent on; answers where it stopped. */
  async follow(address: string, form?: Record<string, string>): Promise<{ url: string; response: Response }> {
    let [url, response] = [address, await this.go(address, form)];
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 20; hops += 1) {
      url = new URL(response.headers.get('location') ?? '', url).href;
      response = await this.go(url);
    }
    return { url, response };
  }

  /** From the console's start of a sign-in to where the provider sends the browser back. */
  async signInAt(start: string, login: string): Promise<{ url: string; response: Response }> {
    const asked = await this.follow(start);
    const consent = await this.follow(asked.url, { prompt: 'login', login, password: 'any' });
    return await this.follow(consent.url, { prompt: 'consent' });
  }
}
