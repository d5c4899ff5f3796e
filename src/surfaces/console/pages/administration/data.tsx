import { Administration, Table } from './frame.js';

export interface StoreView {
  readonly readAt: string | undefined;
  readonly kinds: readonly {
    readonly kind: string;
    readonly rows: number;
    readonly reaches: string | undefined;
    readonly readAt: string | undefined;
    readonly state: string;
  }[];
  readonly missing: readonly { readonly kind: string; readonly reason: string }[];
  readonly rejects: readonly { readonly kind: string; readonly rows: number; readonly reasons: string }[];
  readonly disagreements: readonly { readonly what: string; readonly rows: number; readonly sample: string }[];
}

/** What was read from iMIS, how far back, and what does not fit. */
export const Data = ({ view }: { readonly view: StoreView }) => (
  <Administration at="/administration/data">
    <section class="card">
      <p>{view.readAt ? `Everything was read ${view.readAt}.` : 'The first sync has not ended.'}</p>
      <Table
        caption="Kinds of record"
        head={['Kind', 'Rows', 'Reaches back to', 'Read', 'State']}
        none="Nothing was read yet."
        rows={view.kinds.map(({ kind, rows, reaches, readAt, state }) => [
          kind,
          rows.toLocaleString('en-US'),
          reaches ?? '',
          readAt ?? '',
          state,
        ])}
      />
    </section>
    <section class="card">
      <Table
        caption="Missing"
        head={['Kind', 'Why']}
        none="Every kind of record has rows."
        rows={view.missing.map(({ kind, reason }) => [kind, reason])}
      />
      <Table
        caption="Rows that did not fit, set aside"
        head={['Kind', 'Rows', 'Why']}
        none="Every row fitted."
        rows={view.rejects.map(({ kind, rows, reasons }) => [kind, rows, reasons])}
      />
      <Table
        caption="What does not agree"
        head={['What', 'Records', 'For example']}
        none="Nothing disagrees."
        rows={view.disagreements.map(({ what, rows, sample }) => [what, rows, sample])}
      />
    </section>
  </Administration>
);
