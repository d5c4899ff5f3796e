/* The body of an answer: read up to a cap, then told apart into JSON, a web page, nothing, or rubbish. */

/** Above this an answer is not read on: 500 rows of 1 MB texts would otherwise fill the memory. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

export type Body =
  | { readonly form: 'json'; readonly wire: unknown }
  | { readonly form: 'empty' }
  | { readonly form: 'web page' }
  | { readonly form: 'broken JSON' }
  | { readonly form: 'too large' };

export async function readBody(response: Response): Promise<Body> {
  const text = await readText(response);
  if (text === undefined) return { form: 'too large' };
  if (text.trim() === '') return { form: 'empty' };
  if (/^\s*</.test(text)) return { form: 'web page' };
  try {
    return { form: 'json', wire: parseJson(text) };
  } catch {
    return { form: 'broken JSON' };
  }
}

async function readText(response: Response): Promise<string | undefined> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

// PostgreSQL holds neither the NUL character nor half a surrogate pair: both become U+FFFD, so the rest of a row is kept.
const UNSTORABLE = /\\u(0000|d[89a-f])/i;

function parseJson(text: string): unknown {
  if (!UNSTORABLE.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_name, value: unknown) => (typeof value === 'string' ? storable(value) : value));
}

const storable = (text: string): string => Buffer.from(text).toString().replaceAll('\u0000', '\uFFFD');
