/* The file of a profile: tried before the site is asked anything, written when the profile is whole. */
import { open, rm, writeFile } from 'node:fs/promises';
import { ExpectedError } from '../../errors.js';
import type { SiteProfile } from '../../imis/contracts/site-profile.js';

export class ProfileNotWritten extends ExpectedError {
  readonly kind = 'profile_not_written';
  constructor(file: string) {
    super(`The profile could not be written to ${file}.`, 'Name a file in a folder this account may write to.');
  }
}

/**
 * Makes a profile and writes it. Throws ProfileNotWritten before anything is made where the file cannot be written; where
 * no profile comes about, a profile of before stays as it is and no empty file is left.
 */
export async function writeOnceMade(file: string, make: () => Promise<SiteProfile>): Promise<SiteProfile> {
  const refused = () => {
    throw new ProfileNotWritten(file);
  };
  const isNew = await openedAsNew(file).catch(refused);
  try {
    const profile = await make();
    await writeFile(file, `${JSON.stringify(profile, undefined, 2)}\n`).catch(refused);
    return profile;
  } catch (error) {
    if (isNew) await rm(file, { force: true });
    throw error;
  }
}

/** Opens without changing what is there; whether nothing was. */
async function openedAsNew(file: string): Promise<boolean> {
  const handle = await open(file, 'a');
  try {
    const about = await handle.stat();
    return about.isFile() && about.size === 0;
  } finally {
    await handle.close();
  }
}
