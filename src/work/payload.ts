import type { Payload } from './task.js';

// Keys of records, hashes, days, names of steps: nothing with a space or an @.
const ID = /^[\w.:/+=-]{0,200}$/;

/** Refuses a payload that could hold a person's details; such a call is a defect of ours. */
export function checkPayload(task: string, payload: Payload): void {
  for (const [name, value] of Object.entries(payload))
    for (const part of Array.isArray(value) ? value : [value])
      if (typeof part === 'string' && !ID.test(part))
        throw new TypeError(`${task}: the payload's ${name} is no id; store the text and pass its id`);
}
