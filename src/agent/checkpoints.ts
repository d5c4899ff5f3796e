/*
 * Checkpoints of conversations in few statements: LangGraph's saver sends one for each channel of the state, inside a
 * transaction, and a turn asks it twice for the same thread. What is stored, and where, is its own. Where two processes end
 * a turn of one thread, the later one stands whole: its row never points to what the other one stored.
 */
import type { RunnableConfig } from '@langchain/core/runnables';
import type { ChannelVersions, Checkpoint, CheckpointMetadata, CheckpointTuple } from '@langchain/langgraph-checkpoint';
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';
import type pg from 'pg';

const SCHEMA = 'copilot';
const PUT = `
  with blobs as (
    insert into ${SCHEMA}.checkpoint_blobs (thread_id, checkpoint_ns, channel, version, type, blob)
    select $1::text, $2::text, blob.* from unnest($3::text[], $4::text[], $5::text[], $6::bytea[]) as blob
    on conflict (thread_id, checkpoint_ns, channel, version) do update set type = excluded.type, blob = excluded.blob)
  insert into ${SCHEMA}.checkpoints (thread_id, checkpoint_ns, checkpoint_id, parent_checkpoint_id, checkpoint, metadata)
  values ($1::text, $2::text, $7, $8, $9::jsonb, $10::jsonb)
  on conflict (thread_id, checkpoint_ns, checkpoint_id)
  do update set checkpoint = excluded.checkpoint, metadata = excluded.metadata`;

// What PostgreSQL answers whoever makes what another has just made: unique_violation, duplicate_table, duplicate_object,
// duplicate_schema, duplicate_column.
const MADE_ALREADY = new Set(['23505', '42P07', '42710', '42P06', '42701']);
// More than the saver has migrations, each of which two processes may begin at the same moment.
const MOST_BEGINNINGS = 12;

export class Checkpoints extends PostgresSaver {
  readonly #pool: pg.Pool;
  /** Of a thread whose turn begins: what was read of it, for the graph that starts next. */
  readonly #begun = new Map<string, CheckpointTuple | undefined>();

  constructor(pool: pg.Pool) {
    super(pool, undefined, { schema: SCHEMA });
    this.#pool = pool;
  }

  /** Makes the tables. Of two processes that start on a new database at once, whoever comes second goes on from there. */
  override async setup(): Promise<void> {
    for (let beginning = 1; ; beginning++) {
      try {
        return await super.setup();
      } catch (error) {
        const { code = '' } = error as { code?: string };
        if (!MADE_ALREADY.has(code) || beginning === MOST_BEGINNINGS) throw error;
      }
    }
  }

  /**
   * Runs a turn with the state its thread was left in, from which a graph invoked in `turn` begins too. Turns of one
   * thread run one after the other.
   */
  async beginning<Result>(
    thread: string,
    turn: (values: Readonly<Record<string, unknown>>) => Promise<Result>,
  ): Promise<Result> {
    const left = await super.getTuple({ configurable: { thread_id: thread } });
    this.#begun.set(thread, left);
    try {
      return await turn(left?.checkpoint.channel_values ?? {});
    } finally {
      this.#begun.delete(thread);
    }
  }

  override async getTuple(config: RunnableConfig): Promise<CheckpointTuple | undefined> {
    const { thread_id: thread, checkpoint_ns: namespace = '', checkpoint_id: id } = config.configurable ?? {};
    if (typeof thread !== 'string' || namespace !== '' || id !== undefined || !this.#begun.has(thread))
      return await super.getTuple(config);
    const left = this.#begun.get(thread);
    this.#begun.delete(thread);
    return left;
  }

  override async put(
    config: RunnableConfig,
    checkpoint: Checkpoint,
    metadata: CheckpointMetadata,
    newVersions: ChannelVersions,
  ): Promise<RunnableConfig> {
    const { thread_id: thread, checkpoint_ns: namespace = '', checkpoint_id: parent } = config.configurable ?? {};
    const [blobs, about] = await Promise.all([
      this._dumpBlobs(thread, namespace, checkpoint.channel_values, newVersions),
      this._dumpMetadata(metadata),
    ]);
    await this.#pool.query(PUT, [
      thread,
      namespace,
      blobs.map(([, , channel]) => channel),
      blobs.map(([, , , version]) => version),
      blobs.map(([, , , , type]) => type),
      blobs.map(([, , , , , blob]) => blob ?? null),
      checkpoint.id,
      parent,
      this._dumpCheckpoint(checkpoint),
      about,
    ]);
    return { configurable: { thread_id: thread, checkpoint_ns: namespace, checkpoint_id: checkpoint.id } };
  }
}
