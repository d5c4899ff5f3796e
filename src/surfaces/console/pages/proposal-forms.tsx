import { Csrf } from './layout.js';
import type { ProposalPage } from './proposal-page.js';

interface FormProps {
  readonly proposal: ProposalPage;
  readonly csrf: string;
}

/** After the first records of a large change: look at what came of them, then let the rest go on or not. */
export const Pilot = ({ proposal, csrf }: FormProps) => (
  <form class="decide" method="post" action={`/proposals/${proposal.id}/pilot`}>
    <Csrf token={csrf} />
    <input type="hidden" name="hash" value={proposal.hash} />
    <input type="hidden" name="nonce" value={proposal.nonce} />
    <p>
      The first {proposal.changes.filter(({ state }) => state !== 'waiting').length} records are done;{' '}
      {proposal.changes.filter(({ state }) => state === 'waiting').length} wait
      {proposal.pilotExpiresAt && ` until ${proposal.pilotExpiresAt}`}. Look at the results above before the rest
      follows.
    </p>
    <button type="submit" name="goesOn" value="yes">
      Go on with the rest
    </button>
    <button class="plain" type="submit" name="goesOn" value="no">
      End it here
    </button>
  </form>
);

const MANY = 1;

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

const labels: Readonly<Record<string, string>> = { text: 'Text', subject: 'What to do', dueOn: 'Due on (YYYY-MM-DD)' };
