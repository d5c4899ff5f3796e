/*
 * The composition root: every part is built here, once, and handed on. Nobody else builds the hand that writes to iMIS,
 * and it is given to the executor of approved proposals alone.
 */
import type { Logger } from 'pino';
import { catalog } from '../tools/catalog.js';
import { type Agent, createAgent } from './agent/agent.js';
import { INTERPRETER, OfflineInterpreter } from './agent/interpreter/model.js';
import { execute } from './approvals/execute.js';
import { ownKinds } from './approvals/own-kinds.js';
import type { ApprovalParts, ChangeKinds } from './approvals/parts.js';
import type { ImisHand, Phase } from './approvals/port.js';
import { proposalsFor } from './approvals/propose.js';
import { changeReader } from './approvals/reader.js';
import type { Clock } from './clock.js';
import { fromMajor } from './domain/money.js';
import { NoWritingAccount } from './imis/failures.js';
import { createReader } from './imis/read.js';
import { createWriter } from './imis/write.js';
import { clockOf } from './main/clock.js';
import { createLog } from './main/log.js';
import { type Reading, readingOf } from './main/reading.js';
import { openSite, type Site } from './main/site.js';
import { forbidTracing } from './main/tracing.js';
import { keptVocabulary } from './main/vocabulary.js';
import { memberChangeKinds } from './members/changes/kinds.js';
import { createChatModel } from './models/endpoint.js';
import { chatModel } from './models/langchain.js';
import type { Vocabulary } from './population/vocabulary.js';
import { guardModel } from './privacy/guard.js';
import { keptKey } from './privacy/sealed.js';
import type { Settings } from './settings.js';
import { writeAssociation } from './store/association.js';
import { migrate } from './store/migrate.js';
import { openStore, type Store } from './store/open.js';
import { createSync, type Sync } from './sync/sync.js';
import { createQueue, type Queue } from './work/queue.js';

/** The tasks of the queue and what each is told. */
export type Work = { execute_proposal: { proposalId: string } };

/** Every part of the running product. */
export interface House {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Logger;
  readonly database: Store;
  readonly site: Site;
  /** How far what was read is; `reading` reads. */
  readonly sync: Sync;
  readonly reading: Reading;
  readonly queue: Queue<Work>;
  readonly approvals: ApprovalParts;
  readonly agent: Agent;
  /** The association's own names, kept between questions. */
  readonly vocabulary: () => Promise<Vocabulary>;
  /** Shown and logged. */
  readonly model: string;
  close(): Promise<void>;
}

/** Builds the house and opens its store and its iMIS. Throws what these throw; nothing is left open then. */
export async function compose(settings: Settings, log: Logger = createLog(settings)): Promise<House> {
  forbidTracing();
  const clock = clockOf(settings);
  const database = await openStore(settings, { log: (message) => log.warn({ part: 'store' }, message) });
  const opened: (() => Promise<void>)[] = [() => database.close()];
  try {
    await migrate(database);
    await writeAssociation(database, settings.association, clock);
    const site = await openSite(settings, clock);
    opened.push(() => site.close());
    const house = await build({ settings, clock, log, database, site });
    opened.push(() => house.queue.stop());
    return { ...house, close: () => closeAll(opened) };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

async function closeAll(opened: (() => Promise<void>)[]): Promise<void> {
  for (let close = opened.pop(); close; close = opened.pop()) await close();
}

type Opened = Pick<House, 'settings' | 'clock' | 'log' | 'database' | 'site'>;

async function build({ settings, clock, log, database, site }: Opened): Promise<Omit<House, 'close'>> {
  const imis = createReader({
    url: site.url,
    credentials: site.read,
    currency: settings.association.currency,
    ...(site.profile && { profile: site.profile }),
    log: log.child({ part: 'imis' }),
    ...settings.imisLimits,
  });
  const sync = createSync({
    imis,
    database,
    clock,
    association: settings.association,
    fullHours: settings.sync.fullHours,
    staffTypes: settings.sync.staffTypes,
    log: log.child({ part: 'sync' }),
  });
  // A real iMIS starts read-only: what may be automated there is decided with its staff, workflow by workflow.
  const defaultPhase: Phase = site.isSandbox && site.write ? 'assisted' : 'read_only';
  const kinds: ChangeKinds = new Map([...memberChangeKinds, ...ownKinds].map((kind) => [kind.kind, kind]));
  const executor = {
    database,
    clock,
    kinds,
    defaultPhase,
    hand: handOf(settings, site),
    reader: changeReader(database, imis),
    refresh: sync.refresh,
  };
  const queue: Queue<Work> = await createQueue<Work>(
    database,
    {
      execute_proposal: async ({ proposalId }) => {
        await execute(executor, proposalId);
      },
    },
    { onFailure: (task, error) => log.warn({ part: 'queue', task, error }, 'a job failed and is tried again') },
  );
  const reading = readingOf({
    sync,
    settings,
    executor,
    onFailure: (step, error) => log.error({ part: 'reading', step, error }, 'what follows from a sync failed'),
  });
  const approvals: ApprovalParts = {
    database,
    clock,
    kinds,
    queue,
    defaultPhase,
    hasWritingAccount: site.write !== undefined,
    moneyLimit: fromMajor(settings.moneyLimit, settings.association.currency),
  };
  const vocabulary = keptVocabulary(database, clock);
  const interpreter = new OfflineInterpreter({
    tools: catalog,
    clock,
    settings,
    vocabulary,
  });
  const standIn = guardModel(chatModel(interpreter, { name: INTERPRETER, isOffline: true }), { database, clock });
  const model = settings.llm ? guardModel(createChatModel(settings.llm), { database, clock }) : standIn;
  const agent = await createAgent({
    database,
    pool: database.pool,
    clock,
    settings,
    proposals: proposalsFor(approvals),
    vocabulary,
    model,
    standIn,
    understood: (sentences, messages, tools) => interpreter.understood(sentences, messages, tools),
    catalog,
    key: keptKey(settings.dataDir),
    onDefect: (error, where) => log.error({ part: 'agent', where, error }, 'a turn failed'),
  });
  return {
    settings,
    clock,
    log,
    database,
    site,
    sync,
    reading,
    queue,
    approvals,
    agent,
    vocabulary,
    model: model.name,
  };
}

/** The one hand that writes. Without a writing account it refuses; the phase keeps anything from getting that far. */
function handOf(settings: Settings, site: Site): ImisHand {
  if (!site.write) {
    const refused = () => Promise.reject(new NoWritingAccount());
    return {
      addActivity: refused,
      removeActivity: refused,
      addPanelRow: refused,
      changePanelRow: refused,
      removePanelRow: refused,
      changeParty: refused,
    };
  }
  return createWriter({ url: site.url, credentials: site.write, ...settings.imisLimits });
}
