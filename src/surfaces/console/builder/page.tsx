import type { Definition } from '../../../population/definition.js';
import { Csrf } from '../pages/layout.js';
import { addressOf } from './address.js';
import { windows } from './condition.js';
import type { Control, Offer } from './offers.js';

export interface BuiltList {
  readonly group: Extract<Definition, { op: 'all' | 'any' }>;
  /** In English, one for each condition of the group. */
  readonly said: readonly string[];
  /** The whole as one sentence the copilot reads; undefined while there is no condition. */
  readonly sentence?: string;
  /** How many, as the counting tool says it. */
  readonly counted?: string;
  readonly listed?: string;
}

interface BuilderProps {
  readonly list: BuiltList;
  readonly offers: readonly Offer[];
  readonly chosen: Offer | undefined;
  readonly csrf: string;
}

/** Conditions one by one, in plain words, with the count beside them. */
export const BuilderPage = ({ list, offers, chosen, csrf }: BuilderProps) => (
  <>
    <h1>Build a list of people</h1>
    <p class="quiet">Choose conditions one by one. The count is the same one a question in words gets.</p>
    <div class="columns">
      <div>
        <Conditions list={list} />
        <section class="card" aria-label="Add a condition">
          <h2>Add a condition</h2>
          <form method="get" action="/build">
            <input type="hidden" name="d" value={addressOf(list.group)} />
            <label for="add">What about?</label>
            <div class="row">
              <select id="add" name="add">
                {groupsOf(offers).map(([group, ofGroup]) => (
                  <optgroup label={group} key={group}>
                    {ofGroup.map(({ id, label }) => (
                      <option value={id} key={id} selected={id === chosen?.id}>
                        {label}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
              <button class="plain" type="submit">
                Choose
              </button>
            </div>
          </form>
          {chosen && <ConditionInput offer={chosen} list={list} csrf={csrf} />}
        </section>
      </div>
      <aside class="card" aria-label="Result" aria-live="polite">
        <h2>Result</h2>
        {list.counted ? (
          <p class="answer">{list.counted}</p>
        ) : (
          <p class="quiet">Add a first condition to see how many there are.</p>
        )}
        {list.sentence && (
          <form method="post" action="/ask">
            <Csrf token={csrf} />
            <input type="hidden" name="text" value={`list ${list.sentence}`} />
            <p>
              <a href={`/build?${new URLSearchParams({ d: addressOf(list.group), show: 'yes' })}`}>
                Show the first of them
              </a>
            </p>
            <button class="plain" type="submit">
              Go on in a conversation
            </button>
          </form>
        )}
      </aside>
    </div>
    {list.listed && (
      <section class="card" aria-label="The first of them">
        <p class="answer">{list.listed}</p>
      </section>
    )}
  </>
);

const Conditions = ({ list: { group, said } }: { readonly list: BuiltList }) =>
  group.of.length === 0 ? null : (
    <section class="card" aria-label="Conditions">
      <h2>{group.op === 'all' ? 'All of these hold' : 'At least one of these holds'}</h2>
      <ul class="conditions">
        {group.of.map((_, index) => (
          <li key={said[index]}>
            <span>{said[index]}</span>{' '}
            <a
              class="small"
              href={`/build?d=${addressOf({ ...group, of: group.of.filter((_one, at) => at !== index) })}`}
              aria-label={`Remove: ${said[index]}`}
            >
              Remove
            </a>
          </li>
        ))}
      </ul>
      {group.of.length > 1 && (
        <p class="small">
          <a href={`/build?d=${addressOf({ ...group, op: group.op === 'all' ? 'any' : 'all' })}`}>
            {group.op === 'all' ? 'Let one of them be enough' : 'Require all of them'}
          </a>
        </p>
      )}
    </section>
  );

interface InputProps {
  readonly offer: Offer;
  readonly list: BuiltList;
  readonly csrf: string;
}

const ConditionInput = ({ offer, list, csrf }: InputProps) => (
  <form method="post" action="/build" class="condition">
    <Csrf token={csrf} />
    <input type="hidden" name="d" value={addressOf(list.group)} />
    <input type="hidden" name="what" value={offer.id} />
    <p>
      <strong>{offer.label}</strong> <span class="small quiet">{offer.about}</span>
    </p>
    <Inputs control={offer.control} />
    <label class="check">
      <input type="checkbox" name="isNot" value="yes" /> the opposite
    </label>
    <button type="submit">Add</button>
  </form>
);

function Inputs({ control }: { readonly control: Control }) {
  switch (control.kind) {
    case 'choice':
      return (
        <p>
          <label for="values">One of these (hold Ctrl or Cmd for several)</label>
          <select id="values" name="values" multiple size={Math.min(8, Math.max(2, control.options.length))}>
            {control.options.map(({ value, label }) => (
              <option value={value} key={value}>
                {label}
              </option>
            ))}
          </select>
        </p>
      );
    case 'number':
      return <NumberInput label="Number" recorded />;
    case 'money':
      return (
        <>
          <NumberInput label="Amount" />
          <WindowInput />
        </>
      );
    case 'event':
      return (
        <>
          <NumberInput label="Times" />
          <WindowInput />
        </>
      );
    case 'day':
      return <WindowInput />;
    case 'flag':
      return (
        <p>
          <label for="flag">Which</label>
          <select id="flag" name="flag">
            <option value="true">yes</option>
            <option value="false">no</option>
          </select>
        </p>
      );
    case 'recorded':
      return (
        <p>
          <label for="is">Which</label>
          <select id="is" name="is">
            <option value="recorded">is recorded</option>
            <option value="missing">is missing</option>
          </select>
        </p>
      );
    case 'text':
      return (
        <p>
          <label for="words">Contains</label>
          <input id="words" type="text" name="text" maxlength={200} />
        </p>
      );
  }
}

const comparisons: readonly (readonly [string, string])[] = [
  ['gte', 'at least'],
  ['gt', 'more than'],
  ['eq', 'exactly'],
  ['lt', 'fewer or less than'],
  ['lte', 'at most'],
  ['between', 'between'],
];

const NumberInput = ({ label, recorded }: { readonly label: string; readonly recorded?: true }) => (
  <div class="row">
    <p>
      <label for="is">How</label>
      <select id="is" name="is">
        {comparisons.map(([value, words]) => (
          <option value={value} key={value}>
            {words}
          </option>
        ))}
        {recorded && <option value="missing">is missing</option>}
      </select>
    </p>
    <p>
      <label for="number">{label}</label>
      <input id="number" type="number" name="number" step="any" />
    </p>
    <p>
      <label for="upper">and (for between)</label>
      <input id="upper" type="number" name="upper" step="any" />
    </p>
  </div>
);

const WindowInput = () => (
  <div class="row">
    <p>
      <label for="window">When</label>
      <select id="window" name="window">
        {windows.map(([label]) => (
          <option value={label} key={label}>
            {label}
          </option>
        ))}
      </select>
    </p>
    <p>
      <label for="from">or from</label>
      <input id="from" type="date" name="from" />
    </p>
    <p>
      <label for="to">to</label>
      <input id="to" type="date" name="to" />
    </p>
  </div>
);

function groupsOf(offers: readonly Offer[]): [string, Offer[]][] {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) groups.set(offer.group, [...(groups.get(offer.group) ?? []), offer]);
  return [...groups];
}
