import type { Response } from 'express';
import type { VNode } from 'preact';
import { Desk } from './pages/start.js';
import type { ConsoleParts } from './parts.js';
import type { Visit, Visits } from './visits.js';

export interface OnDesk {
  readonly thread: string;
  /** What stands in the box already. */
  readonly text?: string;
  readonly conversation?: VNode;
}

/** The page of whoever is signed in. */
export async function showDesk(
  parts: ConsoleParts,
  visits: Visits,
  response: Response,
  visit: Visit,
  { thread, text, conversation }: OnDesk,
): Promise<void> {
  const [status, suggestions] = [await parts.status(), await parts.suggestions(visit.actor)];
  visits.page(
    response,
    'Ask',
    <Desk status={status} csrf={visit.csrf} thread={thread} text={text ?? ''} suggestions={suggestions}>
      {conversation}
    </Desk>,
    visit,
  );
}
