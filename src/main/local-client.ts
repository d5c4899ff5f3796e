/* An AI client that starts us itself: what can be refused from the settings alone, before it is told that it is served. */
import { type Narrowing, requireKnown } from '../../tools/toolsets.js';
import type { Settings } from '../settings.js';
import { requireSandbox } from './cli-actor.js';
import { TokenMissing } from './refusals.js';

/** Whom such a client speaks for: a user of the sandbox by name, or the owner of a personal token. */
export type Speaker = { readonly user: string } | { readonly token: string };

/** Throws SignInClosed for a name with a real site, and TokenMissing without name and token. */
export function speakerOf(settings: Settings, asUser: string | undefined, token: string | undefined): Speaker {
  if (asUser !== undefined) {
    requireSandbox(settings);
    return { user: asUser };
  }
  if (token === undefined) throw new TokenMissing('stdio');
  return { token };
}

/** Throws what `speakerOf` throws, and ToolsetUnknown and ExcludedUnknown for a name that means nothing. */
export function requireServable(settings: Settings, asUser: string | undefined, narrowing: Narrowing): void {
  requireKnown(settings.mcp);
  requireKnown(narrowing);
  speakerOf(settings, asUser, settings.mcp.token?.reveal());
}
