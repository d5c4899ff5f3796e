/* The clauses of a message that are kept although they could be set aside: what is left must say something by itself. */
import { POINTS_BACK } from './framing.js';
import type { Span } from './senses.js';
import { isDescribing, isTelling } from './telling-spans.js';
import { pseudonymsIn, tokenise } from './tokenise.js';

/** One clause of a message, and whether it only frames the others. */
export interface Clause {
  readonly said: string;
  readonly spans: readonly Span[];
  /** Set aside, until nothing is left that it could frame. */
  isAside: boolean;
  /** Told by its grammar, whatever it holds. */
  isFraming: boolean;
}

/** Inside a list a comma separates what is asked for: there only what surely frames is set aside. */
export function withAsideAtEnds(clauses: Clause[]): Clause[] {
  const first = clauses.findIndex(({ isAside }) => !isAside);
  const last = clauses.findLastIndex(({ isAside }) => !isAside);
  return clauses.map((clause, at) =>
    at > first && at < last && !clause.isFraming ? { ...clause, isAside: false } : clause,
  );
}

/**
 * What is left must say something by itself, and may not point back at what was set aside: "I have Fellows who never
 * came, so who are they" asks with both clauses.
 */
export function keepWhatIsAsked(clauses: Clause[]): void {
  const isKept = ({ isAside }: Clause): boolean => !isAside;
  const says = ({ spans }: Clause): boolean => spans.some((span) => isTelling(span));
  const isCore = clauses.some((clause) => isKept(clause) && says(clause));
  for (const [at, clause] of clauses.entries()) {
    if (!clause.isAside || !clause.isFraming) continue;
    if (!isCore && says(clause)) clause.isAside = false;
    const people = pseudonymsIn(clause.said).filter((name) => name.startsWith('M-'));
    const rest = clauses.filter(isKept).map(({ said }) => said);
    if (people.some((name) => !rest.some((said) => said.includes(name)))) clause.isAside = false;
    const next = clauses.slice(at + 1).find(isKept);
    if (next && clause.spans.some(isDescribing) && pointsBack(next)) clause.isAside = false;
  }
}

/** "Which states they live in": they are those of the clause before. */
function pointsBack({ said, spans }: Clause): boolean {
  const found = POINTS_BACK.exec(said.toLowerCase());
  if (!found) return false;
  if (/there$|^(?:that|the) /.test(found[0])) return true;
  const firstSaid = Math.min(...spans.filter(isDescribing).map(({ from }) => from));
  return tokenise(said.slice(0, found.index)).tokens.length < firstSaid;
}
