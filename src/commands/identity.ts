import { Command } from '@commander-js/extra-typings';
import { parseSettings } from '../settings.js';
import { guarded, print } from './output.js';

interface Options {
  readonly issuer?: string | undefined;
  readonly subject: string;
  readonly user?: string | undefined;
  readonly json?: true | undefined;
}

const command = (name: string, about: string) =>
  new Command(name)
    .description(about)
    .option('--issuer <address>', 'the provider; else OIDC_ISSUER of the settings')
    .requiredOption('--subject <id>', 'lasting id of the person at the provider (the claim oid)')
    .option('--json', 'print one JSON value');

/**
 * `identity`: which identity of the provider is which user of iMIS, said by whoever runs the server. It needs no sign-in,
 * because before the first link nobody can sign in by object id; who holds the server holds the database anyway.
 */
export const identityCommand = () =>
  new Command('identity')
    .description("say which identity of the sign-in provider is which user of iMIS (the server's operator)")
    .addCommand(
      command('link', 'let an identity sign in as a user of iMIS')
        .requiredOption('--user <name>', 'user name in iMIS')
        .action((options) => guarded(options, () => link(options))),
    )
    .addCommand(command('unlink', 'take a link away').action((options) => guarded(options, () => link(options))));

async function link({ issuer, subject, user, json }: Options): Promise<void> {
  const settings = parseSettings(process.env);
  const { IssuerMissing } = await import('../main/refusals.js');
  const provider = issuer ?? settings.oidc?.issuer;
  if (!provider) throw new IssuerMissing();
  const { compose } = await import('../main.js');
  const { linkIdentityAsOperator } = await import('../access/identity-links.js');
  const house = await compose(settings);
  try {
    const asked = { issuer: provider, subject, ...(user !== undefined && { userName: user }) };
    await linkIdentityAsOperator(house.database, asked, house.clock);
    print({ issuer: provider, subject, user: user ?? null }, { json }, () =>
      user === undefined
        ? `${subject} of ${provider} is no longer linked to anybody.`
        : `${subject} of ${provider} signs in as ${user}.`,
    );
  } finally {
    await house.close();
  }
}
