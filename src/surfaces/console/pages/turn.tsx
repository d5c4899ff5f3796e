import type { ComponentChildren } from 'preact';
import type { Turn } from '../../../agent/turn.js';
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
      <p class="answer">{turn.question?.text ?? turn.answer}</p>
      {turn.question && <Understanding turn={turn} csrf={csrf} />}
      {proposal}
      <Sources turn={turn} />
      {turn.next.length > 0 && <Choices csrf={csrf} thread={turn.thread} label="Ask next" says={turn.next} />}
    </div>
  </article>
);

function Understanding({ turn, csrf }: { readonly turn: Turn; readonly csrf: string }) {
  const question = turn.question;
  if (!question) return null;
  return (
    <>
      {question.understood.length > 0 && <p class="small quiet">Understood: {question.understood.join('; ')}</p>}
      {question.unexplained.length > 0 && (
        <p class="small quiet">Not understood: {question.unexplained.map((word) => `“${word}”`).join(', ')}</p>
      )}
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

/** The box to ask in; `thread` goes along so that a follow-up is understood. */
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
      <textarea id="text" name="text" rows={1} maxlength={20000} required autocomplete="off" autofocus>
        {text}
      </textarea>
      <button type="submit">Ask</button>
    </div>
    <span class="busy small quiet" role="status">
      Working on it…
    </span>
  </form>
);
