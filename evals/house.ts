/*
 * What a suite needs of the running product: the composition root builds it. A suite asks, decides, runs the queued
 * work to its end and reads the store; it knows nothing of how that is done.
 */
import type { Agent } from '../src/agent/agent.js';
import type { Actor } from '../src/domain/actor.js';
import type { Database } from '../src/store/database.js';

/** A note as the sandbox holds it, read over its REST API. */
export interface WrittenRecord {
  /** The iMIS entity: 'Activity'. */
  readonly entity: string;
  readonly member: string;
  /** The record as JSON text, in which `contains` of a case is looked for. */
  readonly text: string;
}

export interface House {
  readonly agent: Agent;
  readonly database: Database;
  /** The signed-in member of staff with this user name, or an ExpectedError. */
  actorFor(userName: string): Promise<Actor>;
  approve(proposalId: string, actor: Actor, count?: number): Promise<void>;
  reject(proposalId: string, actor: Actor): Promise<void>;
  /** Runs the queue until nothing waits, then reads again what was touched. */
  settle(): Promise<void>;
  /** Everything the sandbox has gained by writes since it started. */
  written(): Promise<readonly WrittenRecord[]>;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly seed: number;
  /** YYYY-MM-DD: what the whole house takes for today. */
  readonly asOf: string;
  readonly members: number;
}
