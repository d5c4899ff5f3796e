/* Kinds of change as people read them; a kind without words of its own is said by its name. */
const words: Readonly<Record<string, string>> = {
  note: 'notes',
  note_removal: 'removal of notes',
  staff_task: 'staff tasks',
  staff_task_removal: 'removal of staff tasks',
  contact_correction: 'contact corrections',
  phase: 'phases',
  standing_approval: 'standing approvals',
  interaction: 'log of interactions in iMIS',
};

export const kindWords = (kind: string): string => words[kind] ?? kind.replaceAll('_', ' ');
