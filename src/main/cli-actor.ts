import { actorFor } from '../access/actors.js';
import type { Actor } from '../domain/actor.js';
import type { House } from '../main.js';
import type { Settings } from '../settings.js';
import { SignInClosed } from './refusals.js';

/** Throws SignInClosed with a real iMIS: before anything is opened or read. */
export function requireSandbox(settings: Settings): void {
  if (settings.imis) throw new SignInClosed();
}

/** The actor of `--as USER`: a name typed on a command line proves nothing, so only the sandbox takes it. */
export async function cliActor({ database, settings }: House, userName: string): Promise<Actor> {
  requireSandbox(settings);
  return actorFor(database, userName, 'cli');
}
