/* What an endpoint of a language model may answer instead of an answer. No message carries its words, a key or a path. */
import { ExpectedError } from '../errors.js';

const RUNS = 'Whoever runs the copilot';

export class ModelCannotUseTools extends ExpectedError {
  readonly kind = 'model_cannot_use_tools';
  constructor(name: string) {
    super(`The model "${name}" cannot be given tools.`, 'Choose a model that supports tool calls.');
  }
}

export class ModelRefusedKey extends ExpectedError {
  readonly kind = 'model_refused_key';
  constructor(status: number) {
    super(
      `The language model's endpoint did not accept our key (${status}).`,
      `${RUNS} should check LLM_API_KEY and what it may be used for.`,
    );
  }
}

export class ModelNotThere extends ExpectedError {
  readonly kind = 'model_not_there';
  constructor() {
    super(
      "The language model's endpoint knows no such model or address (404).",
      `${RUNS} should check LLM_URL, LLM_MODEL and, with Azure, LLM_DEPLOYMENT.`,
    );
  }
}

export class ModelRefusedRequest extends ExpectedError {
  readonly kind = 'model_refused_request';
  constructor(status: number) {
    super(
      `The language model's endpoint refused the request (${status}).`,
      'Ask less at once or begin a new conversation; if it stays, the model may not support tool calls.',
    );
  }
}

export class ModelBusy extends ExpectedError {
  readonly kind = 'model_busy';
  constructor() {
    super("The language model's endpoint is busy (429).", 'Ask again in a minute.');
  }
}

export class ModelFailed extends ExpectedError {
  readonly kind = 'model_failed';
  constructor(status: number) {
    super(`The language model's endpoint failed (${status}).`, 'Ask again later.');
  }
}

export class ModelUnreachable extends ExpectedError {
  readonly kind = 'model_unreachable';
  constructor(options?: ErrorOptions) {
    super(
      "The language model's endpoint could not be reached, or broke off.",
      `Ask again; if it stays, ${RUNS.toLowerCase()} should check LLM_URL and the network.`,
      options,
    );
  }
}

export class ModelTooSlow extends ExpectedError {
  readonly kind = 'model_too_slow';
  constructor(seconds: number) {
    super(`The language model gave no whole answer within ${seconds} seconds.`, 'Ask again, or ask for less at once.');
  }
}

export class ModelUnreadable extends ExpectedError {
  readonly kind = 'model_unreadable';
  constructor(what: string) {
    super(`The language model's answer could not be read: ${what}.`, 'Ask again, perhaps in other words.');
  }
}
