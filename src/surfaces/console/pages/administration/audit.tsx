import { Csrf } from '../layout.js';
import { Administration, Table } from './frame.js';

export interface AuditView {
  readonly rows: readonly {
    readonly sequence: number;
    readonly at: string;
    readonly kind: string;
    readonly by: string;
    readonly subject: string;
    readonly facts: string;
  }[];
  /** Where the next page goes on. */
  readonly older?: number;
  /** What a check of the whole chain found, where one was asked for. */
  readonly verdict?: string;
}

/** Everything that was proposed, decided, written or refused, newest first. */
export const Audit = ({ view, csrf }: { readonly view: AuditView; readonly csrf: string }) => (
  <Administration at="/administration/audit">
    <section class="card">
      {view.verdict && (
        <p class="partial" role="status">
          {view.verdict}
        </p>
      )}
      <div class="row">
        <form method="post" action="/administration/audit/verify">
          <Csrf token={csrf} />
          <button class="plain" type="submit">
            Check the whole chain
          </button>
        </form>
        <a href="/administration/audit/export" download="audit.jsonl">
          Download all of it (JSON lines)
        </a>
      </div>
      <Table
        caption="Newest first"
        head={['No.', 'When', 'What', 'By', 'About', 'Facts']}
        none="Nothing has happened yet."
        rows={view.rows.map(({ sequence, at, kind, by, subject, facts }) => [
          sequence,
          at,
          kind.replaceAll('_', ' '),
          by,
          subject.replaceAll('_', ' '),
          <span class="facts small quiet">{facts}</span>,
        ])}
      />
      {view.older !== undefined && <a href={`/administration/audit?before=${view.older}`}>Older</a>}
    </section>
  </Administration>
);
