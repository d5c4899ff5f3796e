import type { BaseMessage } from '@langchain/core/messages';
import { REFUSAL } from '../models/wire.js';

/** True of a reply that an endpoint marked as a refusal. */
export const isRefusal = (reply: BaseMessage | undefined): boolean => reply?.additional_kwargs[REFUSAL] === true;
