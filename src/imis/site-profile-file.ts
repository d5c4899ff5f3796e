/* The profile of a site, in the file doctor wrote it to. */
import { readFileSync } from 'node:fs';
import { parseSiteProfile, type SiteProfile, SiteProfileUnusable } from './contracts/site-profile.js';

/** Reads and checks a profile; throws SiteProfileUnusable with what is wrong. */
export function readSiteProfile(path: string): SiteProfile {
  return parseSiteProfile(jsonOf(textOf(path)));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SiteProfileUnusable('the file cannot be read');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SiteProfileUnusable('the file is not JSON');
  }
}
