import type { SiteProfile } from '../../imis/contracts/site-profile.js';
import { createReader } from '../../imis/read.js';
import { createWriter } from '../../imis/write.js';
import type { Credentials, Settings } from '../../settings.js';
import type { Database } from '../../store/database.js';
import { checkDatabase } from './database.js';
import { type Finding, fromFailure, note } from './finding.js';
import { checkPanelSources } from './panel-sources.js';
import { checkQueries } from './queries.js';
import { checkConnection, checkEntities, checkRoles, checkWriting } from './site.js';
import { checkStaff } from './staff.js';
import { checkTransport } from './transport.js';

export interface ExaminedSite {
  readonly url: string;
  readonly read: Credentials;
  readonly write?: Credentials;
  /** What the client goes by; absent: the careful ways. */
  readonly profile?: SiteProfile;
}

export interface DoctorParts {
  readonly settings: Settings;
  /** iMIS, or the sandbox where none is set. */
  readonly site: ExaminedSite;
  /** Opens the database; a failure becomes a finding. */
  readonly openDatabase: () => Promise<Database & { readonly kind: 'embedded' | 'native'; close(): Promise<void> }>;
  /** False where the environment tells Node to believe any certificate; true when unset. */
  readonly verifiesCertificates?: boolean;
  readonly onProgress?: (doing: string) => void;
}

/** Looks at everything and writes nothing in iMIS. Rejects only on a defect of ours. */
export async function runDoctor(parts: DoctorParts): Promise<Finding[]> {
  const tell = parts.onProgress ?? (() => {});
  tell('looking at the database');
  const database = await examineDatabase(parts);
  tell('looking at the ways out of this machine');
  const transport = await checkTransport(parts.settings, parts.verifiesCertificates ?? true);
  tell('looking at iMIS');
  return [...database, ...transport, ...(await examineSite(parts, tell))];
}

async function examineDatabase({ openDatabase }: DoctorParts): Promise<Finding[]> {
  try {
    const database = await openDatabase();
    try {
      return await checkDatabase(database);
    } finally {
      await database.close();
    }
  } catch (error) {
    return [fromFailure('database', error)];
  }
}

async function examineSite({ settings, site }: DoctorParts, tell: (doing: string) => void): Promise<Finding[]> {
  const limits = { ...settings.imisLimits, currency: settings.association.currency };
  const goesBy = site.profile && { profile: site.profile };
  const reader = createReader({ url: site.url, credentials: site.read, ...limits, ...goesBy });
  const writer = site.write && createWriter({ url: site.url, credentials: site.write, ...limits });
  const connection = await checkConnection(reader);
  const isConnected = connection.some(({ state }) => state === 'good');
  const { findings: writing, signsIn } = writer ? await checkWriting(writer) : { findings: [readOnly], signsIn: false };
  if (!isConnected) return [...connection, ...writing];
  tell('looking at rights and entities');
  const roles = await checkRoles(reader, site.read.user);
  const accounts = [site.read.user, ...(site.write ? [site.write.user] : [])];
  const staff = await checkStaff({ reader, staffTypes: settings.sync.staffTypes, accounts });
  const entities = [roles, ...staff, ...(await checkEntities(reader))];
  tell('looking at queries');
  const queries = await checkQueries(reader);
  tell('looking at panel sources');
  const sources = await checkPanelSources(reader, signsIn ? writer : undefined);
  return [...connection, ...writing, ...entities, ...queries, ...sources];
}

const readOnly = note('iMIS', 'No writing account is set: the copilot only reads.');
