import { type Block, blocksOf, type Count } from './answer-blocks.js';

/** The words of an answer, with its lists and figures in a form that is quick to read. */
export const Answer = ({ text }: { readonly text: string }) => (
  <div class="answer">
    {blocksOf(text).map((block, at) => (
      // A block has no name of its own; an answer is shown once and never reordered.
      <Shown key={at} block={block} />
    ))}
  </div>
);

function Shown({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'text':
      return <p>{block.text}</p>;
    case 'note':
      return <p class="small quiet">{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map(({ text, items }) => (
            <li key={text}>
              <Line text={text} />
              {items.length > 0 && (
                <ul>
                  {items.map((item) => (
                    <li key={item}>{item}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      );
    case 'counts':
      return <Counts rows={block.rows} />;
  }
}

/** What stands before the first colon is who or what the line is about. */
function Line({ text }: { readonly text: string }) {
  const [, about, rest] = /^([^:“”"]{2,60}): (.*)$/s.exec(text) ?? [];
  if (about === undefined) return <>{text}</>;
  return (
    <>
      <b>{about}</b>: {rest}
    </>
  );
}

function Counts({ rows }: { readonly rows: readonly Count[] }) {
  const most = Math.max(0, ...rows.map(({ value }) => value));
  return (
    <table class="counts">
      <tbody>
        {rows.map(({ label, figure, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="number">{figure}</td>
            <td class="bar" aria-hidden="true">
              {value > 0 && <meter min={0} max={most} value={value} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
