/** A comma-separated list of phrases; line breaks are spaces. */
export const said = (list: string): string[] =>
  list
    .split(',')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
