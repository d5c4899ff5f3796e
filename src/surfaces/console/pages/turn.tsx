import type { ComponentChildren } from 'preact';
import { questionShown } from '../../../agent/question-shown.js';
import type { Turn } from '../../../agent/turn.js';
import { Answer } from './answer.js';
import { Csrf } from './layout.js';

interface TurnProps {
  readonly said: string;
  readonly turn: Turn;
  readonly csrf: string;
  /** The proposal of this turn, as a card that can be decided. */
  readonly proposal?: ComponentChildren;
}

/** One question and what came back. */
export const TurnView = ({ said, turn, csrf, proposal }: TurnProps) => (
  <article class="turn" data-status={turn.status}>
    <p class="said">{said}</p>
    <div class="card">
      <Answer text={questionShown(turn)} />
      {turn.question && <Understanding turn={turn} csrf={csrf} />}
      {proposal}
      <Sources turn={turn} />
      {turn.next.length > 0 && <Choices csrf={csrf} thread={turn.thread} label="Ask next" says={turn.next} />}
    </div>
  </article>
);

/** A question while its answer is being found: console.js listens and puts the answer in its place. */
export const PendingTurn = ({ id, said }: { readonly id: string; readonly said: string }) => (
  <article class="turn" data-status="pending" data-stream={`/turns/${id}`}>
    <p class="said">{said}</p>
    <div class="card">
      <p class="doing small quiet" role="status">
        Working on it…
      </p>
      <p class="answer" />
    </div>
  </article>
);

/** A question that could not be answered at all. */
export const FailedTurn = ({ said, message }: { readonly said: string; readonly message: string }) => (
  <article class="turn" data-status="error">
    {said && <p class="said">{said}</p>}
    <div class="card" role="alert">
      <p class="answer">{message}</p>
    </div>
  </article>
);

function Understanding({ turn, csrf }: { readonly turn: Turn; readonly csrf: string }) {
  const question = turn.question;
  if (!question) return null;
  return (
    <>
      <Marks label="Understood" words={question.understood} />
      <Marks label="Not understood" words={question.unexplained} isDoubtful />
      {question.choices.length > 0 && (
        <Choices
          csrf={csrf}
          thread={turn.thread}
          label="Choose"
          says={question.choices.map((choice) => choice.completes)}
          shown={question.choices.map((choice) => choice.text)}
        />
      )}
    </>
  );
}

/** Words as chips: what was understood, and what was not. */
const Marks = (props: { readonly label: string; readonly words: readonly string[]; readonly isDoubtful?: true }) =>
  props.words.length === 0 ? null : (
    <div class="marks">
      <span class="small quiet">{props.label}</span>
      <ul class="chips" aria-label={props.label}>
        {props.words.map((word) => (
          <li key={word} class={props.isDoubtful ? 'chip doubtful' : 'chip'}>
            {word}
          </li>
        ))}
      </ul>
    </div>
  );

/** Where the numbers come from: a chip each, and what each one counted on demand. */
const Sources = ({ turn }: { readonly turn: Turn }) =>
  turn.receipts.length + turn.sources.length === 0 ? null : (
    <details class="sources">
      <summary class="small quiet">Where this comes from</summary>
      {turn.receipts.length > 0 && (
        <ul class="chips" aria-label="Receipts">
          {turn.receipts.map((receipt) => (
            <li key={receipt.id}>
              <a class="chip" href={`/receipts/${receipt.id}`}>
                {receipt.value.toLocaleString('en-US')} {receipt.unit} · {receipt.id}
              </a>
            </li>
          ))}
        </ul>
      )}
      {turn.sources.map((source) => (
        <p class="small quiet" key={source}>
          {source}
        </p>
      ))}
    </details>
  );

interface ChoicesProps {
  readonly csrf: string;
  readonly thread: string | undefined;
  readonly label: string;
  readonly says: readonly string[];
  readonly shown?: readonly string[];
}

/** Sentences that can be sent with one click. */
export const Choices = ({ csrf, thread, label, says, shown = says }: ChoicesProps) => (
  <form
    method="post"
    action="/ask"
    hx-post="/ask"
    hx-target="#conversation"
    hx-swap="beforeend"
    hx-disable="find button"
  >
    <Csrf token={csrf} />
    {thread && <input type="hidden" name="thread" value={thread} />}
    <span class="small quiet">{label}</span>
    <ul class="chips" aria-label={label}>
      {says.map((sentence, index) => (
        <li key={sentence}>
          <button class="chip" type="submit" name="text" value={sentence}>
            {shown[index]}
          </button>
        </li>
      ))}
    </ul>
  </form>
);

/**
 * The box to ask in; `thread` goes along so that a follow-up is understood. Its text has no longest: a browser would cut a
 * paste without a word, and the copilot says what is too long.
 */
export const AskBox = ({
  csrf,
  thread,
  text,
}: {
  readonly csrf: string;
  readonly thread: string;
  readonly text: string;
}) => (
  <form
    class="ask"
    method="post"
    action="/ask"
    hx-post="/ask"
    hx-target="#conversation"
    hx-swap="beforeend"
    hx-disable="find button"
  >
    <Csrf token={csrf} />
    <input type="hidden" name="thread" value={thread} />
    <label for="text">Ask about members, or ask for a change</label>
    <div class="row">
      <textarea id="text" name="text" rows={1} required autocomplete="off" autofocus>
        {text}
      </textarea>
      <button type="submit">Ask</button>
    </div>
    <span class="busy small quiet" role="status">
      Working on it…
    </span>
  </form>
);
