import { Csrf } from './layout.js';
import type { ProposalPage } from './proposal-page.js';

interface FormProps {
  readonly proposal: ProposalPage;
  readonly csrf: string;
}

/** "4 are done, 1 failed and 0 were skipped; 25 wait". */
function counted({ changes }: ProposalPage): string {
  const of = (...states: readonly string[]): number => changes.filter(({ state }) => states.includes(state)).length;
  const [done, failed, skipped, waiting] = [of('done'), of('failed', 'uncertain'), of('skipped'), of('waiting')];
  return `${done} ${done === 1 ? 'is' : 'are'} done, ${failed} failed and ${skipped} ${skipped === 1 ? 'was' : 'were'} skipped; ${waiting} ${waiting === 1 ? 'waits' : 'wait'}`;
}

/** After the first records of a large change: look at what came of them, then let the rest go on or not. */
export const Pilot = ({ proposal, csrf }: FormProps) => (
  <form class="decide" method="post" action={`/proposals/${proposal.id}/pilot`}>
    <Csrf token={csrf} />
    <input type="hidden" name="hash" value={proposal.hash} />
    <input type="hidden" name="nonce" value={proposal.nonce} />
    <p>
      Of the first records {counted(proposal)}
      {proposal.pilotExpiresAt && ` until ${proposal.pilotExpiresAt}`}. Look at the results above before the rest
      follows.
    </p>
    {proposal.mayContinue && (
      <button type="submit" name="goesOn" value="yes">
        Go on with the rest
      </button>
    )}
    {proposal.mayEnd && (
      <button class="plain" type="submit" name="goesOn" value="no">
        End it here
      </button>
    )}
  </form>
);

const MANY = 1;

/** A form of its own: who presses Enter after the reason turns down, and never approves. */
export const Reject = ({ proposal, csrf }: FormProps) => (
  <form
    class="decide"
    method="post"
    action={`/proposals/${proposal.id}/decide`}
    hx-post={`/proposals/${proposal.id}/decide`}
    hx-target={`#proposal-${proposal.id}`}
    hx-swap="outerHTML"
    hx-disable="find button"
  >
    <Csrf token={csrf} />
    <input type="hidden" name="hash" value={proposal.hash} />
    <input type="hidden" name="nonce" value={proposal.nonce} />
    <p>
      <label for={`reason-${proposal.id}`}>Reason, where you reject it</label>
      <input id={`reason-${proposal.id}`} type="text" name="reason" maxlength={500} />
    </p>
    <button class="plain" type="submit" name="decision" value="reject">
      Reject
    </button>
  </form>
);

/** Other values, or fewer records: makes a new proposal in the place of this one. */
export const EditForm = ({ proposal, csrf }: FormProps) => {
  const isEditable = proposal.changes.some(({ fields }) => fields.length > 0) || proposal.changes.length > MANY;
  if (!isEditable) return null;
  return (
    <details id="edit" class="edit">
      <summary>Edit</summary>
      <p class="small quiet">An edit makes a new proposal in the place of this one, to be approved by itself.</p>
      <form method="post" action={`/proposals/${proposal.id}/edit`}>
        <Csrf token={csrf} />
        <input type="hidden" name="hash" value={proposal.hash} />
        {proposal.changes.map(({ id, who, fields }) => (
          <fieldset key={id}>
            <legend>{who}</legend>
            {fields.map(({ name, value }) => (
              <p key={name}>
                <label for={`${id}.${name}`}>{labels[name] ?? name}</label>
                <textarea id={`${id}.${name}`} name={`value.${id}.${name}`} rows={1} maxlength={4000}>
                  {value}
                </textarea>
              </p>
            ))}
            {proposal.changes.length > MANY && (
              <label class="check">
                <input type="checkbox" name="leaveOut" value={id} /> leave this record out
              </label>
            )}
          </fieldset>
        ))}
        <button class="plain" type="submit">
          Make the edited proposal
        </button>
      </form>
    </details>
  );
};

const labels: Readonly<Record<string, string>> = {
  text: 'Text',
  subject: 'What to do',
  dueOn: 'Due on (YYYY-MM-DD)',
  capPerDay: 'Most a day',
  endsOn: 'Last day (YYYY-MM-DD)',
};
