/* The profile the settings name, and whether it is of the site they name. */
import { type SiteProfile, SiteProfileUnusable } from '../imis/contracts/site-profile.js';
import { readSiteProfile } from '../imis/site-profile-file.js';
import { type Settings, SettingsInvalid } from '../settings.js';

const ANEW = 'write it anew with doctor --profile FILE, or unset IMIS_PROFILE';

/** Undefined where none is set; throws SettingsInvalid for a file that is no profile, or one of another site. */
export function profileOfSettings({ imis, imisProfile }: Pick<Settings, 'imis' | 'imisProfile'>) {
  if (imisProfile === undefined) return undefined;
  const profile = read(imisProfile);
  // One that somebody wrote, for a sandbox to behave like, is of no site in particular: none may be gone about by it.
  if (imis && !profile.endpoint)
    throw new SettingsInvalid([`IMIS_PROFILE: it names no site, so it is not of IMIS_URL; ${ANEW}`]);
  if (imis && profile.endpoint && addressOf(profile.endpoint.address) !== addressOf(imis.url))
    throw new SettingsInvalid([`IMIS_PROFILE: it is the profile of another site than IMIS_URL; ${ANEW}`]);
  return profile;
}

function read(file: string): SiteProfile {
  try {
    return readSiteProfile(file);
  } catch (error) {
    if (error instanceof SiteProfileUnusable) throw new SettingsInvalid([`IMIS_PROFILE: ${error.why}; ${ANEW}`]);
    throw error;
  }
}

const addressOf = (url: string): string => new URL(url).href.replace(/\/+$/, '').toLowerCase();
