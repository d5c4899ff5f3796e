import type { Actor } from '../../domain/actor.js';

/** How an AI client starts the copilot as a program of its own. */
export interface ClientCommand {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Settings the program needs beside the token. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface TokenView {
  readonly id: string;
  /** What the person calls it. */
  readonly name: string;
  /** What it allows, in words. */
  readonly allows: string;
  readonly made: string;
  readonly lastUsed: string;
  readonly expires: string;
  readonly state: 'living' | 'expired' | 'revoked';
}

export interface TokensView {
  readonly tokens: readonly TokenView[];
  /** The person's own rights hold nothing that a token may carry. */
  readonly givesNothing: boolean;
}

export interface MintedView {
  readonly name: string;
  /** The secret itself. */
  readonly token: string;
  readonly expires: string;
}

/** What the page of AI clients asks of the house. */
export interface TokenParts {
  own(actor: Actor): Promise<TokensView>;
  mint(
    request: { readonly name: string; readonly mayPropose: boolean; readonly days: number },
    actor: Actor,
  ): Promise<MintedView>;
  /** One's own. */
  revoke(id: string, actor: Actor): Promise<void>;
  /** How the copilot is started on the machine it is installed on. */
  readonly command: ClientCommand;
  /** Personal tokens are good over http too: with the sandbox alone. */
  readonly isGoodOverHttp: boolean;
}

/** A token with whoever it speaks for. */
export interface TokenOfPersonView extends TokenView {
  readonly person: string;
}
