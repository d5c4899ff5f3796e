/** How far one kind of record has been read. */
export interface KindProgress {
  readonly kind: string;
  readonly read: number;
  readonly total: number | undefined;
  readonly state: 'waiting' | 'reading' | 'complete';
}

export interface HouseStatus {
  readonly database: string;
  readonly source: string;
  readonly isSandbox: boolean;
  readonly model: string;
  readonly today: string;
  /** Undefined until a first sync has ended. */
  readonly readAt: string | undefined;
  readonly isReading: boolean;
  readonly kinds: readonly KindProgress[];
  readonly rejected: number;
  readonly fault?: string;
}

/** True while answers are said to be partial. */
export const isPartial = (status: HouseStatus): boolean => status.readAt === undefined;

/** Refreshes itself while data are being read. */
export const StatusView = ({ status }: { readonly status: HouseStatus }) => (
  <section
    class="card"
    id="status"
    aria-label="What is running"
    {...(status.isReading || isPartial(status)
      ? { 'hx-get': '/status', 'hx-trigger': 'every 2s', 'hx-target': '#status', 'hx-swap': 'outerHTML' }
      : {})}
  >
    <h2>What is running</h2>
    {isPartial(status) && (
      <p class="partial" role="status">
        The first sync is under way: answers are partial until it ends.
      </p>
    )}
    {status.fault && (
      <p class="partial" role="alert">
        {status.fault}
      </p>
    )}
    <p class="small">
      {status.source}
      <br />
      {status.database}
      <br />
      {status.model}
      <br />
      Today: {status.today}
      <br />
      {status.readAt ? `Data read ${status.readAt}` : 'Data not complete yet'}
    </p>
    <details open={isPartial(status) || status.isReading}>
      <summary>Records read: {status.kinds.reduce((sum, kind) => sum + kind.read, 0).toLocaleString('en-US')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col" class="number">
              Rows
            </th>
          </tr>
        </thead>
        <tbody>
          {status.kinds.map(({ kind, read, total, state }) => (
            <tr key={kind}>
              <td>{kind}</td>
              <td class="number">
                {state === 'waiting'
                  ? '–'
                  : state === 'complete' || total === undefined
                    ? read.toLocaleString('en-US')
                    : `${read.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
    {status.rejected > 0 && (
      <p class="small quiet">{status.rejected.toLocaleString('en-US')} rows did not fit and were set aside.</p>
    )}
  </section>
);
