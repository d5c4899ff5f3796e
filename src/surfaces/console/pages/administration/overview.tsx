import { Csrf } from '../layout.js';
import { Administration, Table } from './frame.js';

export interface SwitchView {
  readonly kind: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly since?: string;
}

export interface WorkflowView {
  readonly kind: string;
  readonly label: string;
  /** How far it may go, for whom. */
  readonly phases: readonly { readonly cohort: string; readonly phase: string; readonly since?: string }[];
  /** Facts of our own on which to enter the next phase. */
  readonly criteria: readonly string[];
}

export interface StandingView {
  readonly id: string;
  readonly label: string;
  readonly purpose: string;
  readonly capPerDay: number;
  readonly usedToday: number;
  readonly endsOn: string;
  readonly signedBy: string;
  readonly state: string;
  readonly mayRevoke: boolean;
}

export interface QueueView {
  readonly task: string;
  readonly waiting: number;
  readonly failed: number;
  readonly oldest?: string;
  readonly reason?: string;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface OverviewView {
  readonly switches: readonly SwitchView[];
  readonly workflows: readonly WorkflowView[];
  readonly cohorts: readonly Option[];
  readonly standing: readonly StandingView[];
  /** Kinds of change and purposes that may be signed in advance. */
  readonly signable: readonly Option[];
  readonly queue: readonly QueueView[];
}

const phases: readonly Option[] = [
  { value: 'read_only', label: 'read-only: may be prepared and looked at' },
  { value: 'assisted', label: 'assisted: a person confirms each' },
  { value: 'conditional', label: 'conditional: also under a standing approval' },
  { value: 'unset', label: 'as for everybody: no phase of its own' },
];

/** What stops, what may go how far, what was signed in advance, and what waits. */
export const Overview = ({ view, csrf }: { readonly view: OverviewView; readonly csrf: string }) => (
  <Administration at="/administration">
    <section class="card" aria-label="Kill switch">
      <h2>Kill switch</h2>
      <p class="small quiet">
        On: nothing of the kind is approved, and what is being carried out stops after the record it is at.
      </p>
      <Table
        caption="Kinds of change"
        head={['What', 'State', 'Action']}
        none="There is no kind of change."
        rows={view.switches.map(({ kind, label, isOn, since }) => [
          label,
          <span class={isOn ? 'badge failed' : 'badge done'}>
            {isOn ? `stopped${since ? ` since ${since}` : ''}` : 'running'}
          </span>,
          <form method="post" action="/administration/kill-switch">
            <Csrf token={csrf} />
            <input type="hidden" name="kind" value={kind} />
            <button class={isOn || kind !== '*' ? 'plain' : ''} type="submit" name="isOn" value={isOn ? 'no' : 'yes'}>
              {isOn ? 'Let it run again' : 'Stop'}
            </button>
          </form>,
        ])}
      />
    </section>

    <section class="card" aria-label="Phases">
      <h2>Phases</h2>
      {view.workflows.map(({ kind, label, phases: set, criteria }) => (
        <details key={kind}>
          <summary>
            {label}: {set.map(({ cohort, phase }) => `${phase} for ${cohort}`).join(', ')}
          </summary>
          <ul class="small">
            {criteria.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </details>
      ))}
      <h3>Propose another phase</h3>
      <form method="post" action="/administration/phase">
        <Csrf token={csrf} />
        <div class="row">
          <Select
            name="kind"
            label="Kind of change"
            options={view.workflows.map(({ kind, label }) => ({ value: kind, label }))}
          />
          <Select name="cohort" label="For" options={view.cohorts} />
          <Select name="phase" label="Phase" options={phases} />
          <button type="submit">Propose</button>
        </div>
      </form>
    </section>

    <section class="card" aria-label="Standing approvals">
      <h2>Standing approvals</h2>
      <p class="small quiet">What a job may do by itself: one kind of change, so many a day, until a day.</p>
      <Table
        caption="Signed"
        head={['What', 'Purpose', 'A day', 'Until', 'Signed by', 'State', 'Action']}
        none="Nothing is signed in advance: every change waits for a person."
        rows={view.standing.map((one) => [
          one.label,
          one.purpose,
          `${one.usedToday} of ${one.capPerDay} today`,
          one.endsOn,
          one.signedBy,
          one.state,
          one.mayRevoke ? (
            <form method="post" action={`/administration/standing/${one.id}/revoke`}>
              <Csrf token={csrf} />
              <button class="plain" type="submit">
                Revoke
              </button>
            </form>
          ) : null,
        ])}
      />
      <h3>Propose one to sign</h3>
      <form method="post" action="/administration/standing">
        <Csrf token={csrf} />
        <div class="row">
          <Select name="what" label="What a job may do" options={view.signable} />
          <p>
            <label for="capPerDay">Most a day</label>
            <input id="capPerDay" type="number" name="capPerDay" min={1} required />
          </p>
          <p>
            <label for="endsOn">Last day</label>
            <input id="endsOn" type="date" name="endsOn" required />
          </p>
          <button type="submit">Propose</button>
        </div>
      </form>
    </section>

    <section class="card" aria-label="Work queue">
      <h2>Work queue</h2>
      <Table
        caption="What waits"
        head={['Task', 'Waiting', 'Given up', 'Oldest since', 'Most frequent reason']}
        none="Nothing waits."
        rows={view.queue.map(({ task, waiting, failed, oldest, reason }) => [
          task.replaceAll('_', ' '),
          waiting,
          failed,
          oldest ?? '',
          reason ?? '',
        ])}
      />
    </section>
  </Administration>
);

const Select = (props: { readonly name: string; readonly label: string; readonly options: readonly Option[] }) => (
  <p>
    <label for={props.name}>{props.label}</label>
    <select id={props.name} name={props.name}>
      {props.options.map(({ value, label }) => (
        <option value={value} key={value}>
          {label}
        </option>
      ))}
    </select>
  </p>
);
