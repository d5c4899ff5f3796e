/* Faults written down in a JSON file. */
import { readFileSync } from 'node:fs';
import { ExpectedError } from '../errors.js';
import { type Fault, faultKinds, parseFaults } from './faults.js';

export class FaultsUnreadable extends ExpectedError {
  readonly kind = 'faults_unreadable';
  constructor(why: string) {
    super(
      `The file of faults is not usable: ${why}.`,
      `Write a JSON list; each fault has a kind: ${faultKinds.join(', ')}.`,
    );
  }
}

/** Reads a list of faults; rejects with FaultsUnreadable, naming what is wrong. */
export function readFaults(path: string): readonly Fault[] {
  try {
    return parseFaults(jsonOf(textOf(path)));
  } catch (error) {
    throw error instanceof RangeError ? new FaultsUnreadable(error.message) : error;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new FaultsUnreadable('it cannot be read');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FaultsUnreadable('it is not JSON');
  }
}
