import { MOST_DAYS, MOST_LIVING, USUAL_DAYS } from '../../../access/personal-token-refusals.js';
import type { TokensView, TokenView } from '../token-parts.js';
import { Csrf } from './layout.js';

/** What a token is for, the tokens a person has, and making one. */
export const Tokens = ({
  view: { tokens, givesNothing },
  csrf,
  note,
}: {
  readonly view: TokensView;
  readonly csrf: string;
  /** What just happened, where it has to be said. */
  readonly note?: string;
}) => (
  <>
    <h1>AI clients</h1>
    <p>
      With a token, an AI client on your own computer, such as a desktop assistant or a code editor, asks the copilot in
      your name. It sees no more than you may see, and every change it proposes waits until a person confirms it here.
    </p>
    {note && (
      <p class="partial" role="status">
        {note}
      </p>
    )}
    {givesNothing && (
      <p class="partial">
        Your role lets a client see nothing: administration is never done by a client, and a token of yours would be of
        no use.
      </p>
    )}
    <section class="card">
      <h2>Your tokens</h2>
      {tokens.length === 0 ? (
        <p class="quiet">You have no token.</p>
      ) : (
        <ul class="tokens">
          {tokens.map((token) => (
            <li class="row" key={token.id}>
              <p>
                <strong>{token.name}</strong>
                <span class="small quiet facts">
                  Allows {token.allows} · made {token.made} · last used {token.lastUsed} · expires {token.expires}
                </span>
              </p>
              <Ending token={token} csrf={csrf} action={`/tokens/${token.id}/revoke`} />
            </li>
          ))}
        </ul>
      )}
    </section>
    <section class="card">
      <h2>Make a token</h2>
      <form method="post" action="/tokens">
        <Csrf token={csrf} />
        <div class="row">
          <p>
            <label for="name">Name: the client it is for</label>
            <input id="name" type="text" name="name" maxlength={60} autocomplete="off" required />
          </p>
          <p>
            <label for="days">Good for so many days</label>
            <input id="days" type="number" name="days" min={1} max={MOST_DAYS} value={USUAL_DAYS} required />
          </p>
        </div>
        <fieldset>
          <legend>What it may do</legend>
          <label class="check">
            <input type="checkbox" checked disabled /> It may read what I may read
          </label>
          <label class="check">
            <input type="checkbox" name="propose" value="yes" /> It may propose changes, which I confirm in the console
          </label>
        </fieldset>
        <button type="submit">Make the token</button>
        <p class="small quiet">At most {MOST_LIVING} at a time. The token is shown once, on the next page.</p>
      </form>
    </section>
  </>
);

/** The button that ends a token, or how it ended. */
export const Ending = ({
  token: { name, state },
  csrf,
  action,
}: {
  readonly token: TokenView;
  readonly csrf: string;
  readonly action: string;
}) =>
  state === 'living' ? (
    <form method="post" action={action}>
      <Csrf token={csrf} />
      <button class="plain" type="submit" aria-label={`Revoke ${name}`}>
        Revoke
      </button>
    </form>
  ) : (
    <span class="badge">{state}</span>
  );
