/* A person at the console of a running house: signed in, and sending the forms that its pages show. */

export interface Seat {
  page(path: string): Promise<string>;
  /** A decision about a proposal, as its page asks for it. */
  decide(proposal: string, decision: 'approve' | 'reject'): Promise<void>;
  /** A personal token that may read and propose. */
  token(name: string): Promise<string>;
}

export async function seatAt(url: string, user: string): Promise<Seat> {
  const send = (path: string, cookie: string, fields?: Readonly<Record<string, string>>) =>
    fetch(`${url}${path}`, {
      headers: { origin: url, cookie },
      redirect: 'manual',
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
  const cookie = (await send('/sign-in', '', { user })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = async (path: string) => (await send(path, cookie)).text();
  const hidden = (text: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const answer = await send(path, cookie, fields);
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.headers.get('location') ?? '';
  };
  return {
    page,
    async decide(proposal, decision) {
      const shown = await page(`/proposals/${proposal}`);
      const sent = Object.fromEntries(['csrf', 'hash', 'nonce'].map((name) => [name, hidden(shown, name)]));
      await post(`/proposals/${proposal}/decide`, { ...sent, decision });
    },
    async token(name) {
      const csrf = hidden(await page('/tokens'), 'csrf');
      const shown = await page(await post('/tokens', { csrf, name, days: '1', propose: 'yes' }));
      return /imc_[0-9A-Za-z]{32}/.exec(shown)?.[0] ?? '';
    },
  };
}
