/*
 * The floors of the house, lowest first. A file may import its own part and lower floors, never another part of its own
 * floor. The first part that holds a file is its own.
 */
export const floors: readonly (readonly string[])[] = [
  ['src/domain'],
  ['src/errors.ts', 'src/package-root.ts'],
  ['src/language', 'src/clock.ts', 'src/settings', 'src/prompts.ts'],
  ['src/store', 'src/imis', 'src/mail', 'src/models'],
  ['src/audit', 'src/receipts'],
  ['src/access', 'src/notices', 'src/work', 'src/sync'],
  ['src/privacy'],
  ['src/approvals'],
  ['src/population', 'src/retrieval'],
  ['src/members'],
  ['src/renewal', 'src/segments', 'src/feedback', 'src/outreach', 'src/knowledge'],
  ['tools'],
  ['src/agent', 'src/jobs'],
  ['src/surfaces'],
  ['src/main'],
  ['src/commands'],
  ['test', 'evals', 'bench', 'docs'],
];

/** Stands beside the floors: an iMIS of its own, which knows our wire contracts and nothing else. */
export const sandbox = {
  part: 'src/sandbox',
  mayImport: [
    'src/sandbox',
    'src/domain',
    'src/clock.ts',
    'src/errors.ts',
    'src/settings',
    'src/imis/contracts',
    'src/imis/pack.ts',
  ],
  importedBy: ['src/sandbox', 'src/main', 'src/commands', 'test', 'evals', 'bench', 'docs'],
};

/** A part is a folder, one file, or a file with the folder of its name beside it (src/main.ts and src/main/). */
export const isWithin = (file: string, part: string): boolean =>
  file === part || file === `${part}.ts` || file.startsWith(`${part}/`);

export function placeOf(file: string): { floor: number; part: string } | undefined {
  const places = floors.flatMap((parts, floor) => parts.map((part) => ({ floor, part })));
  return places.find(({ part }) => isWithin(file, part));
}
