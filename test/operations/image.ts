/* The Dockerfile as the instructions it is made of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

export interface Instruction {
  readonly name: string;
  readonly words: string;
  /** Counted from 0; the last stage is the image. */
  readonly stage: number;
}

export const textOf = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');

/** Comments left out, lines that go on joined. */
export function instructions(): readonly Instruction[] {
  const lines = textOf('Dockerfile')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  let stage = -1;
  return lines.map((line) => {
    const [name = ''] = line.split(' ');
    if (name === 'FROM') stage += 1;
    return { name, words: line.slice(name.length).trim(), stage };
  });
}

export const lastStage = (all: readonly Instruction[]): readonly Instruction[] => {
  const last = Math.max(...all.map(({ stage }) => stage));
  return all.filter(({ stage }) => stage === last);
};

/** What a COPY takes from the folder the image is built in; nothing for one from another stage. */
export const copiedFrom = ({ words }: Instruction): readonly string[] =>
  words.startsWith('--from=') ? [] : words.split(' ').slice(0, -1);
