import type pg from 'pg';
import type { Proposals } from '../approvals/port.js';
import type { Clock } from '../clock.js';
import type { Actor } from '../domain/actor.js';
import type { ChatModel } from '../models/ports.js';
import type { Settings } from '../settings.js';
import type { Database } from '../store/database.js';
import type { Turn } from './turn.js';

export interface AgentParts {
  readonly database: Database;
  /** Where checkpoints are kept: the pool of the same store. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly proposals: Proposals;
  /** Already behind privacy's guard. */
  readonly model: ChatModel;
}

export interface Asked {
  readonly text: string;
  readonly actor: Actor;
  /** The conversation to go on with; a new one when left out. */
  readonly thread?: string;
  readonly signal?: AbortSignal;
}

export interface Agent {
  /** One turn of a conversation. Failures come back as a turn with status 'error', not as an exception. */
  ask(asked: Asked): Promise<Turn>;
}

export async function createAgent(parts: AgentParts): Promise<Agent> {
  throw new Error(`not yet: ${parts.model.name}`);
}
