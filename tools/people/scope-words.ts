import type { Scope } from '../../src/domain/actor.js';
import type { Vocabulary } from '../../src/population/vocabulary.js';

/** What a count or list leaves out by rights: never shown as none. Nothing for whoever sees everybody. */
export function scopeWords(scope: Scope, { chapters }: Vocabulary): string[] {
  if (scope.kind === 'everyone') return [];
  const seen = scope.chapters
    .map((id) => chapters.find((chapter) => chapter.id === id)?.name ?? id)
    .map((name) => `the ${name.replace(/ chapter$/i, '')} chapter`);
  return [`${seen.join(' and ') || 'no chapter'} only; everybody else is hidden by your rights`];
}
