import { interactionKind } from './interaction-kind.js';
import { phaseKind } from './phase-kind.js';
import type { ChangeKind } from './port.js';
import { standingKind } from './standing-kind.js';

/** Kinds of change of the copilot itself; main registers them beside those of the capabilities. */
export const ownKinds: readonly ChangeKind[] = [
  phaseKind as ChangeKind,
  standingKind as ChangeKind,
  interactionKind as ChangeKind,
];
