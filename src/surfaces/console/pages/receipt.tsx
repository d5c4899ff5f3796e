import type { Receipt } from '../../../receipts/receipt.js';

interface ReceiptProps {
  readonly receipt: Receipt;
  /** The definition counted, in plain English, one condition a line. */
  readonly definition: readonly string[];
  /** The same number computed again now. */
  readonly again: number | undefined;
}

/** How do you know? What was counted, when, from which data, and whether it still comes out the same. */
export const ReceiptView = ({ receipt, definition, again }: ReceiptProps) => (
  <section class="card">
    <h1>
      {receipt.value.toLocaleString('en-US')} {receipt.unit}
    </h1>
    <p class="quiet">{receipt.population}</p>
    {definition.length > 0 && (
      <ul>
        {definition.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
    <dl class="proposal">
      <dt>As of</dt>
      <dd>{receipt.asOf}</dd>
      <dt>Data read</dt>
      <dd>{receipt.readAt}</dd>
      <dt>Receipt</dt>
      <dd>{receipt.id}</dd>
      {receipt.definition && (
        <>
          <dt>Definition</dt>
          <dd>{receipt.definition}</dd>
        </>
      )}
    </dl>
    {again !== undefined && (
      <p>
        Computed again just now: <strong>{again.toLocaleString('en-US')}</strong>
        {again === receipt.value ? ', the same.' : `; it was ${receipt.value.toLocaleString('en-US')} then.`}
      </p>
    )}
  </section>
);
