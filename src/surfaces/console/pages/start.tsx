import type { ComponentChildren } from 'preact';
import { type HouseStatus, StatusView } from './status.js';
import { AskBox, Choices } from './turn.js';

export interface StaffMember {
  readonly userName: string;
  readonly name: string;
  readonly roles: string;
}

/** One of the sandbox's staff is chosen, the association's provider vouches, or nobody can sign in. */
export type SignInBy = 'choosing' | 'provider' | 'nothing';

/** Before anybody has signed in: what this is, and whom of the sandbox's staff to be. */
export const Welcome = ({
  status,
  staff,
  signInBy,
}: {
  readonly status: HouseStatus;
  readonly staff: readonly StaffMember[];
  readonly signInBy: SignInBy;
}) => (
  <div class="columns">
    <div>
      <h1>Ask your membership data in plain English</h1>
      <p>
        The copilot answers from iMIS with the source of every number, and changes nothing until a person confirms
        exactly that change.
      </p>
      {status.isSandbox && (
        <section class="card">
          <h2>What to try</h2>
          <ul>
            <li>“How many active members do we have in Texas?”, then “what about Ohio?” and “how do you know?”</li>
            <li>“Lapsed members who came to an event this year”</li>
            <li>“Add a note to …” with a member's name: nothing is written before you have seen and approved it</li>
          </ul>
        </section>
      )}
      {signInBy === 'choosing' && (
        <section class="card">
          <h2>Sign in as one of the sandbox's staff</h2>
          <p class="small quiet">A made-up association. Each role sees and may do something else.</p>
          {staff.length === 0 ? (
            <p role="status">The staff appear here as soon as they have been read, in a few seconds.</p>
          ) : (
            <form method="post" action="/sign-in">
              <label for="text">Your question, if you have one already</label>
              <textarea id="text" name="text" rows={1} placeholder="How many active members do we have in Texas?" />
              <p class="small quiet">and then who you are:</p>
              <ul class="staff">
                {staff.map(({ userName, name, roles }) => (
                  <li key={userName}>
                    <button class="plain" type="submit" name="user" value={userName}>
                      {name}
                      <span class="role">
                        {roles} · {userName}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </form>
          )}
        </section>
      )}
      {signInBy === 'provider' && (
        <section class="card">
          <h2>Sign in</h2>
          <p>With your account of the association. What you may see and propose follows from your roles in iMIS.</p>
          <p>
            <a class="button" href="/sign-in/openid">
              Sign in
            </a>
          </p>
          <p class="small">
            <a href="/sign-in/openid/end">Sign out of that account as well</a>
          </p>
        </section>
      )}
      {signInBy === 'nothing' && (
        <section class="card">
          <h2>Status only</h2>
          <p>
            This copilot reads a real iMIS, and no sign-in is set up: nothing about members is shown. An administrator
            sets OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL to the association's OpenID Connect
            provider.
          </p>
        </section>
      )}
    </div>
    <StatusView status={status} />
  </div>
);

interface DeskProps {
  readonly status: HouseStatus;
  readonly csrf: string;
  readonly thread: string;
  /** What was typed before signing in. */
  readonly text: string;
  readonly suggestions: readonly string[];
  readonly children?: ComponentChildren;
}

/** Signed in: the conversation, the box, and what to try. */
export const Desk = ({ status, csrf, thread, text, suggestions, children }: DeskProps) => (
  <div class="columns">
    <div>
      <h1>What would you like to know?</h1>
      <section class="card">
        <h2>Try</h2>
        <Choices csrf={csrf} thread={thread} label="One click asks it" says={suggestions} />
      </section>
      <div id="conversation" aria-live="polite">
        {children}
      </div>
      <AskBox csrf={csrf} thread={thread} text={text} />
    </div>
    <StatusView status={status} />
  </div>
);
