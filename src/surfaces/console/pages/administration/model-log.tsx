import { Administration, Table } from './frame.js';

export interface ModelLogView {
  readonly rows: readonly {
    readonly at: string;
    readonly by: string;
    readonly model: string;
    readonly prompt: string;
    readonly tokens: string;
    readonly millis: string;
    readonly outcome: string;
    readonly records: string;
  }[];
  readonly older?: number;
}

/** Every call of a model: for whom, which model and prompt, and which records it was shown (as pseudonyms). */
export const ModelLog = ({ view }: { readonly view: ModelLogView }) => (
  <Administration at="/administration/model">
    <section class="card">
      <Table
        caption="Newest first"
        head={['When', 'For', 'Model', 'Prompt', 'Tokens', 'Took', 'Outcome', 'Records']}
        none="No model was asked yet."
        rows={view.rows.map(({ at, by, model, prompt, tokens, millis, outcome, records }) => [
          at,
          by,
          model,
          prompt,
          tokens,
          millis,
          outcome,
          records,
        ])}
      />
      {view.older !== undefined && <a href={`/administration/model?before=${view.older}`}>Older</a>}
    </section>
  </Administration>
);
