import type { OpenedReceipt } from '../parts.js';

/** How do you know? What was counted, when, from which data, and whether it still comes out the same. */
export const ReceiptView = ({ receipt, definition, again }: OpenedReceipt) => (
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
    <dl>
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
    {'value' in again ? (
      <p>
        Computed again just now: <strong>{again.value.toLocaleString('en-US')}</strong>
        {again.value === receipt.value ? ', the same.' : `; it was ${receipt.value.toLocaleString('en-US')} then.`}
      </p>
    ) : (
      <p>It cannot be computed again: {again.why}</p>
    )}
  </section>
);
