/** Every frame a sentence may open; ids are unique, which a test holds. */
import { eventFrames } from './event-frames.js';
import { fieldFrames } from './field-frames.js';
import type { LeafFrame } from './leaves.js';

export const frames: readonly LeafFrame[] = [...eventFrames, ...fieldFrames];
