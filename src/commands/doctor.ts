import { Command } from '@commander-js/extra-typings';
import { clockOf } from '../main/clock.js';
import type { Site } from '../main/site.js';
import { parseSettings, type Settings } from '../settings.js';
import { guarded, print, progressLine } from './output.js';

interface Options {
  readonly json?: true | undefined;
  readonly profile?: string | undefined;
}

/** `doctor`: what is set up wrong and how to mend it; with --profile, which of our guesses hold there, without a value. */
export const doctorCommand = () =>
  new Command('doctor')
    .description('check iMIS, the database and the ways between, and say what to mend; writes nothing in iMIS')
    .option(
      '--profile <file>',
      'write to this file which guesses about the site hold, and the structure of its answers, without values',
    )
    .option('--json', 'print one JSON value')
    .action((options) => guarded(options, () => examine(options)));

async function examine(options: Options): Promise<void> {
  const settings = forDoctor(parseSettings(process.env), options);
  const { openSite } = await import('../main/site.js');
  const site = await openSite(settings, clockOf(settings));
  try {
    if (options.profile === undefined) await check(settings, site, options);
    else await writeProfile(settings, site, options.profile, options);
  } finally {
    await site.close();
  }
}

/** A profile of before says nothing while a new one of the site is read; the sandbox goes on behaving as its own says. */
function forDoctor(settings: Settings, { profile }: Options): Settings {
  if (profile === undefined || !settings.imis) return settings;
  const { imisProfile: _, ...rest } = settings;
  return rest;
}

async function check(settings: Settings, site: Site, options: Options): Promise<void> {
  const { runDoctor } = await import('./doctor/run.js');
  const { inWords, isAllGood } = await import('./doctor/finding.js');
  const { openStore } = await import('../store/open.js');
  const progress = progressLine();
  const findings = await runDoctor({
    settings,
    site,
    openDatabase: () => openStore(settings),
    verifiesCertificates: process.env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0',
    onProgress: progress.show,
  });
  progress.end();
  print({ isAllGood: isAllGood(findings), findings }, options, () => inWords(findings));
  if (!isAllGood(findings)) process.exitCode = 1;
}

async function writeProfile(settings: Settings, site: Site, file: string, options: Options): Promise<void> {
  const { readProfile } = await import('./doctor/read-profile.js');
  const { inFigures, figuresOf } = await import('./doctor/figures.js');
  const { writeOnceMade } = await import('./doctor/profile-file.js');
  const progress = progressLine();
  const profile = await writeOnceMade(file, () => readProfile(settings, site, progress.show).finally(progress.end));
  print({ file, ...figuresOf(profile) }, options, (told) => inFigures(file, told));
}
