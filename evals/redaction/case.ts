import { z } from 'zod';

const Span = z.strictObject({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  kind: z.string().min(1),
});
const Case = z.strictObject({ text: z.string(), spans: z.array(Span) });
/** A text, and the places of what has to go. */
export type RedactionCase = z.infer<typeof Case>;

/** One case a line. Throws a TypeError that names the line which is none. */
export function parseCases(jsonLines: string): readonly RedactionCase[] {
  return jsonLines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = Case.safeParse(asJson(line));
    if (!parsed.success) throw new TypeError(`Line ${index + 1} is no case of redaction: ${parsed.error.message}`);
    const outside = parsed.data.spans.some(({ start, end }) => end <= start || end > parsed.data.text.length);
    if (outside) throw new TypeError(`Line ${index + 1} has a span outside its text.`);
    return [parsed.data];
  });
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
