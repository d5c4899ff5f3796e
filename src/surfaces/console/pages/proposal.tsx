import { Csrf } from './layout.js';
import { EditForm, Pilot, Reject } from './proposal-forms.js';
import type { ProposalPage } from './proposal-page.js';

const isRunning = (status: string) => status === 'approved' || status === 'executing';
export const words = (status: string) => status.replaceAll('_', ' ');

interface ProposalCardProps {
  readonly proposal: ProposalPage;
  readonly csrf: string;
  /** On its own page every change is shown; in a conversation the first ones. */
  readonly isWhole?: boolean;
}
const SHOWN_IN_CONVERSATION = 10;

/** The proposal with its buttons; replaces itself when decided, and asks again while it is being carried out. */
export const ProposalCardView = ({ proposal, csrf, isWhole = false }: ProposalCardProps) => (
  <section
    class="proposal"
    id={`proposal-${proposal.id}`}
    aria-label={`Proposal ${proposal.id}`}
    {...(isRunning(proposal.status)
      ? {
          'hx-get': `/proposals/${proposal.id}/card`,
          'hx-trigger': 'every 1s',
          'hx-target': 'this',
          'hx-swap': 'outerHTML',
        }
      : {})}
  >
    <p>
      <strong>{proposal.summary}</strong>{' '}
      <span class={`badge ${proposal.status}`} role="status">
        {words(proposal.status)}
      </span>
    </p>
    {proposal.warnings.map((warning) => (
      <p class="partial" key={warning}>
        {warning}
      </p>
    ))}
    {proposal.changes.slice(0, isWhole ? undefined : SHOWN_IN_CONVERSATION).map((change) => (
      <dl key={change.id}>
        <dt>Who</dt>
        <dd>{change.who}</dd>
        <dt>Before</dt>
        <dd>{change.before}</dd>
        <dt>After</dt>
        <dd>{change.after}</dd>
        {change.state !== 'waiting' && (
          <>
            <dt>Result</dt>
            <dd>
              {words(change.state)}
              {change.reason ? `: ${change.reason}` : ''}
            </dd>
          </>
        )}
      </dl>
    ))}
    {!isWhole && proposal.changes.length > SHOWN_IN_CONVERSATION && (
      <p class="small quiet">
        and {proposal.changes.length - SHOWN_IN_CONVERSATION} more changes:{' '}
        <a href={`/proposals/${proposal.id}`}>see all before you decide</a>
      </p>
    )}
    {proposal.excluded.map(({ who, reason }) => (
      <p class="small quiet" key={who}>
        Left out: {who} ({reason})
      </p>
    ))}
    <p class="small quiet">
      Asked by {proposal.askedBy}, {proposal.askedAt}.{' '}
      {proposal.status === 'waiting' && `Waits until ${proposal.expiresAt}. `}
      <a href={`/proposals/${proposal.id}`}>{proposal.id}</a>
    </p>
    {proposal.decisions.map(({ decision, by, at, reason }) => (
      <p class="small quiet" key={`${decision}${at}`}>
        {words(decision)} by {by}, {at}
        {reason ? `: ${reason}` : ''}
      </p>
    ))}
    {proposal.money.length > 0 && <p>Money in all: {proposal.money.join(', ')}</p>}
    {proposal.phase && <p class="small quiet">Phase: {proposal.phase}</p>}
    {proposal.supersedes && (
      <p class="small quiet">
        Takes the place of <a href={`/proposals/${proposal.supersedes}`}>{proposal.supersedes}</a>
      </p>
    )}
    {proposal.supersededBy && (
      <p class="small quiet">
        Edited: <a href={`/proposals/${proposal.supersededBy}`}>{proposal.supersededBy}</a> took its place.
      </p>
    )}
    {proposal.whyNot && <p class="partial">{proposal.whyNot}</p>}
    {proposal.mayDecide && <Approve proposal={proposal} csrf={csrf} />}
    {(proposal.mayDecide || proposal.mayEdit) && <Reject proposal={proposal} csrf={csrf} />}
    {(proposal.mayContinue || proposal.mayEnd) && <Pilot proposal={proposal} csrf={csrf} />}
    {proposal.mayEdit && isWhole && <EditForm proposal={proposal} csrf={csrf} />}
    {proposal.mayEdit && !isWhole && (
      <p class="small">
        <a href={`/proposals/${proposal.id}#edit`}>Edit before deciding</a>
      </p>
    )}
    {proposal.mayUndo && (
      <form method="post" action={`/proposals/${proposal.id}/undo`} class="decide">
        <Csrf token={csrf} />
        <button class="plain" type="submit">
          Propose to undo
        </button>
      </form>
    )}
  </section>
);

/** What a person confirms a second time, beside the button. */
const confirmed: Readonly<Record<string, string>> = {
  irreversible: 'I know that this cannot be taken back once it is done.',
  external: 'I know that this leaves the association and reaches people outside.',
  money: 'I know that this moves or promises money.',
};

const Approve = ({ proposal, csrf }: { readonly proposal: ProposalPage; readonly csrf: string }) => (
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
    {proposal.risks.includes('bulk') && (
      <p>
        <label for={`count-${proposal.id}`}>Type the number of records, {proposal.changes.length}, to approve</label>
        <input id={`count-${proposal.id}`} type="number" name="count" min={1} />
      </p>
    )}
    {proposal.risks
      .filter((risk) => risk !== 'bulk')
      .map((risk) => (
        <label key={risk} class="partial">
          <input type="checkbox" name="acknowledged" value={risk} /> {confirmed[risk] ?? risk}
        </label>
      ))}
    <button type="submit" name="decision" value="approve">
      Approve
    </button>
  </form>
);
