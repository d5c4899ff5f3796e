/** Every frame a sentence may open; ids are unique, which a test holds. */
import { eventFrames } from './event-frames.js';
import { fieldFrames } from './field-frames.js';
import type { LeafFrame } from './leaves.js';
import { moneyFrames } from './money-frames.js';
import { numberFrames } from './number-frames.js';
import { quantityFrames } from './quantity-frames.js';
import { recordFrames } from './record-frames.js';

export const frames: readonly LeafFrame[] = [
  ...eventFrames,
  ...recordFrames,
  ...quantityFrames,
  ...moneyFrames,
  ...numberFrames,
  ...fieldFrames,
];
