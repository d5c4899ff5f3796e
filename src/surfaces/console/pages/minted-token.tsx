import type { StdioSettings } from '../client-settings.js';
import type { MintedView } from '../token-parts.js';

interface MintedProps {
  readonly minted: MintedView;
  readonly stdio: StdioSettings;
  /** Absent where personal tokens are not taken over http. */
  readonly http?: string;
}

/** The one page that shows a token, with what to copy into the settings of a client. */
export const MintedToken = ({ minted: { name, token, expires }, stdio, http }: MintedProps) => (
  <>
    <h1>Your token for {name}</h1>
    <p class="partial" role="status">
      Copy it now: it is shown this once and kept nowhere. Whoever has it asks in your name until it expires, {expires},
      or you revoke it.
    </p>
    <section class="card">
      <Copied id="token" label="The token" rows={1} text={token} />
    </section>
    <section class="card">
      <h2>For a client that starts the copilot itself</h2>
      <p>
        Put this into the client's settings of MCP servers, often a file named <code>mcp.json</code> or one of the
        client's own.
        {stdio.namesNoFolder &&
          ' Instead of /path/to/imis-copilot write the folder in which the copilot is installed on that computer; it needs its own settings there.'}
      </p>
      <Copied id="stdio" label="Settings, started by the client" rows={lines(stdio.text)} text={stdio.text} />
    </section>
    {http && (
      <section class="card">
        <h2>For a client that calls the copilot over http</h2>
        <p>
          The address and the header for the copilot that runs now, in the same form. Only with the sandbox: a real site
          is reached over http by signing in.
        </p>
        <Copied id="http" label="Settings, over http" rows={lines(http)} text={http} />
      </section>
    )}
    <p>
      <a href="/tokens">I have copied it: back to AI clients</a>
    </p>
  </>
);

const lines = (text: string): number => text.split('\n').length;

/** A box to copy from, by keyboard too; the button appears where the browser can copy by itself. */
const Copied = (props: {
  readonly id: string;
  readonly label: string;
  readonly rows: number;
  readonly text: string;
}) => (
  <>
    <label for={props.id}>{props.label}</label>
    {/* A spelling service would read the token, and a browser that restores forms would show it again. */}
    <textarea class="code" id={props.id} rows={props.rows} readonly spellcheck={false} autocomplete="off">
      {props.text}
    </textarea>
    <p>
      <button class="plain" type="button" data-copies={props.id} hidden>
        Copy
      </button>{' '}
      <span class="small" role="status" />
    </p>
  </>
);
