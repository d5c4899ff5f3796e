import type { ChangeKind } from '../../approvals/port.js';
import { contactCorrectionKind } from './contact-correction.js';
import { noteKind } from './note.js';
import { noteRemovalKind } from './note-removal.js';
import { staffTaskKind } from './staff-task.js';
import { staffTaskRemovalKind } from './staff-task-removal.js';

/** What may be changed about one member, for main to register. */
export const memberChangeKinds: readonly ChangeKind[] = [
  noteKind as ChangeKind,
  noteRemovalKind as ChangeKind,
  staffTaskKind as ChangeKind,
  staffTaskRemovalKind as ChangeKind,
  contactCorrectionKind as ChangeKind,
];
