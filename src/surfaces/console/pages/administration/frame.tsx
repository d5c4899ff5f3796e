import type { ComponentChildren } from 'preact';

const tabs = [
  ['/administration', 'How far it may go'],
  ['/administration/staff', 'Staff and roles'],
  ['/administration/tokens', 'Tokens'],
  ['/administration/data', 'Data'],
  ['/administration/audit', 'Audit'],
  ['/administration/model', 'Model log'],
] as const;

interface FrameProps {
  readonly at: (typeof tabs)[number][0];
  readonly children: ComponentChildren;
}

/** The pages on which the house is run, and the way from one to the other. */
export const Administration = ({ at, children }: FrameProps) => (
  <>
    <h1>Administration</h1>
    <nav class="tabs" aria-label="Administration">
      {tabs.map(([href, label]) => (
        <a href={href} key={href} aria-current={href === at ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
    {children}
  </>
);

interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** What stands there when there is no row. */
  readonly none: string;
}

/** A table that scrolls by itself where it is wider than the screen. */
export const Table = ({ caption, head, rows, none }: TableProps) =>
  rows.length === 0 ? (
    <p class="quiet">{none}</p>
  ) : (
    <div class="scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((label) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.map(String).join()}>
              {cells.map((cell, at) => (
                <td key={head[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
