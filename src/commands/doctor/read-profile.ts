import type { SiteProfile } from '../../imis/contracts/site-profile.js';
import { createReader } from '../../imis/read.js';
import { createWriter } from '../../imis/write.js';
import type { Settings } from '../../settings.js';
import { profileOf } from './profile.js';
import type { ExaminedSite } from './run.js';
import { checkHop, hopsOf } from './transport.js';

// A site that struggles is not pressed: one repeat, after two seconds.
const RETRY = { repeats: 1, firstMillis: 2000, longestMillis: 60_000 };

/** The profile of a site, with both accounts. Rejects where it cannot be asked at all. */
export async function readProfile(
  settings: Pick<Settings, 'imisLimits' | 'association' | 'database'>,
  site: ExaminedSite,
  onProgress?: (doing: string) => void,
): Promise<SiteProfile> {
  let sent = 0;
  const onSend = () => {
    sent += 1;
  };
  const limits = { ...settings.imisLimits, retry: RETRY, onSend };
  const [hop] = hopsOf({ imis: { url: site.url, read: site.read }, database: { statementMillis: 0 } });
  if (!hop) throw new RangeError('a site has an address');
  return await profileOf({
    url: site.url,
    reader: createReader({ url: site.url, credentials: site.read, ...limits }),
    ...(site.write && { writer: createWriter({ url: site.url, credentials: site.write, ...limits }) }),
    sent: () => sent,
    hop: await checkHop(hop),
    currency: settings.association.currency,
    ...(onProgress && { onProgress }),
  });
}
