/* The list of tools: one entry a tool, in the order a reader meets them. */
import type { Tool } from './define.js';
import { proposeNote } from './notes/propose-note.js';
import { countMembers } from './people/count-members.js';
import { findMembers } from './people/find-members.js';
import { memberProfile } from './people/member-profile.js';

export const catalog: readonly Tool[] = [findMembers, memberProfile, countMembers, proposeNote].map(
  (tool) => tool as unknown as Tool,
);
