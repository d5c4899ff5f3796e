import { actorFor } from '../access/actors.js';
import type { Actor } from '../domain/actor.js';
import type { House } from '../main.js';
import { SignInClosed } from './refusals.js';

/** The actor of `--as USER`: a name typed on a command line proves nothing, so only the sandbox takes it. */
export async function cliActor({ database, site }: House, userName: string): Promise<Actor> {
  if (!site.isSandbox) throw new SignInClosed();
  return actorFor(database, userName, 'cli');
}
