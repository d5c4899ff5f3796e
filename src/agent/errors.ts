import { ExpectedError } from '../errors.js';

export class ThreadOfAnother extends ExpectedError {
  readonly kind = 'thread_of_another';
  constructor() {
    super('This conversation belongs to somebody else.', 'Begin a new one: ask without naming a thread.');
  }
}

export class ThreadUnreadable extends ExpectedError {
  readonly kind = 'thread_unreadable';
  constructor() {
    super(
      'This is not the name of a conversation.',
      'Use the thread an answer gave, or leave it out to begin a new one.',
    );
  }
}

export class NothingAsked extends ExpectedError {
  readonly kind = 'nothing_asked';
  constructor() {
    super('Nothing was asked.', 'Ask in plain English, for example: "How many active members do we have in Texas?"');
  }
}

export class TooLong extends ExpectedError {
  readonly kind = 'too_long';
  constructor(bytes: number, most: number) {
    super(
      `That is ${Math.ceil(bytes / 1000)} kB of text; at most ${most / 1000} kB are read at once.`,
      'Ask a shorter question; a long text belongs in a file or in several notes.',
    );
  }
}

export class TooManyQuestions extends ExpectedError {
  readonly kind = 'too_many_questions';
  constructor(most: number, seconds: number) {
    super(`More than ${most} questions within a minute.`, `Ask again in ${seconds} seconds.`);
  }
}

export class Stopped extends ExpectedError {
  readonly kind = 'stopped';
  constructor() {
    super('This was stopped before there was an answer; nothing was changed.', 'Ask again whenever you like.');
  }
}
