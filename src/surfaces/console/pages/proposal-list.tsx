import { words } from './proposal.js';

export interface ProposalRow {
  readonly id: string;
  readonly status: string;
  readonly summary: string;
  readonly askedBy: string;
  readonly askedAt: string;
  /** Whoever only reads the audit sees this line and no page. */
  readonly mayOpen: boolean;
}

/** One page of the list. */
export interface ProposalPageOf {
  readonly proposals: readonly ProposalRow[];
  /** Where the next page goes on; absent on the last. */
  readonly older?: string;
}

/** What waits and what was done, newest first. */
export const ProposalList = ({ proposals, older }: ProposalPageOf) => (
  <>
    <h1>Proposals</h1>
    {proposals.length === 0 ? (
      <p class="quiet">Nothing has been proposed yet. Ask for a change, for example a note on a member.</p>
    ) : (
      <div class="card scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Proposal</th>
              <th scope="col">State</th>
              <th scope="col">Asked by</th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {proposals.map(({ id, status, summary, askedBy, askedAt, mayOpen }) => (
              <tr key={id}>
                <td>{mayOpen ? <a href={`/proposals/${id}`}>{summary}</a> : summary}</td>
                <td>
                  <span class={`badge ${status}`}>{words(status)}</span>
                </td>
                <td>{askedBy}</td>
                <td>{askedAt}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {older && (
          <p>
            <a href={`/proposals?after=${older}`}>Older proposals</a>
          </p>
        )}
      </div>
    )}
  </>
);
