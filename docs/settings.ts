import { variables } from '../src/settings/variables.js';

interface Shown {
  readonly about: string;
  readonly secret?: true;
  readonly fallback?: string;
}
const shown = Object.entries(variables) as [string, Shown][];

/** .env.example: every variable with what it means, the default commented out. */
export const renderEnvExample = (): string =>
  `# Every setting, with its default. Generated from src/settings/variables.ts by npm run docs: edit it there.
# A secret may be given as NAME or by the file that holds it, NAME_FILE.
${shown
  .map(
    ([name, { about, secret, fallback }]) =>
      `\n# ${about}${secret ? ` Or ${name}_FILE.` : ''}\n# ${name}=${fallback ?? ''}`,
  )
  .join('\n')}
`;

/** docs/settings.md. */
export const renderSettings = (): string =>
  `# Settings

Environment variables, read once at start; every fault is reported together with the variable's name and the mend.
Generated from src/settings/variables.ts by \`npm run docs\`.

| variable | default | meaning |
|---|---|---|
${shown
  .map(
    ([name, { about, secret, fallback }]) =>
      `| ${name} | ${fallback ?? ''} | ${about}${secret ? ` A secret: also as ${name}_FILE.` : ''} |`,
  )
  .join('\n')}
`;
