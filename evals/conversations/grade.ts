/* One conversation held and graded: turns asked, proposals decided, the answer against facts, iMIS against writes. */
import type { Turn } from '../../src/agent/turn.js';
import { ExpectedError } from '../../src/errors.js';
import type { House, WrittenRecord } from '../house.js';
import type { Case, Decision, Expectation } from './case.js';
import { type Bound, filled, holds } from './facts.js';

export interface Grade {
  readonly id: string;
  readonly passed: boolean;
  /** An answer was expected and a question came. */
  readonly asked: boolean;
  /** It answered, and the answer is not the right one. */
  readonly silentlyWrong: boolean;
  readonly faults: readonly string[];
}

interface Outcome {
  readonly status: string;
  readonly answer: string;
}

/** The usual suite status of a turn that expects nothing else. */
const ANSWERED: ReadonlySet<string> = new Set(['answer', 'proposal']);

export async function grade(one: Case, house: House): Promise<Grade> {
  const faults: string[] = [];
  let asked = false;
  let silentlyWrong = false;
  try {
    const bound = await bind(one.bind, house, {});
    const before = new Set((await house.written()).map(({ key }) => key));
    const outcomes = await hold(one, bound, house);
    for (const [expected, outcome] of paired(one, outcomes)) {
      const found = await faultsOf(expected, outcome, bound, house);
      if (found.length === 0) continue;
      faults.push(...found);
      const isAnswer = ANSWERED.has(outcome.status);
      if (outcome.status === 'clarify' && ANSWERED.has(expected.status ?? 'answer')) asked = true;
      else if (isAnswer) silentlyWrong = true;
    }
    const gained = (await house.written()).filter(({ key }) => !before.has(key));
    const writeFaults = faultsOfWrites(writesOf(one), gained, bound);
    faults.push(...writeFaults);
    if (writeFaults.length > 0 && !asked) silentlyWrong = true;
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  return { id: one.id, passed: faults.length === 0, asked, silentlyWrong, faults };
}

async function hold(one: Case, bound: Bound, house: House): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const actor = await house.actorFor(one.as);
  let last: Turn | undefined;
  let proposal: string | undefined;
  for (const turn of one.turns) {
    if (typeof turn === 'string') {
      last = await house.agent.ask({ text: filled(turn, bound), actor, ...(last && { thread: last.thread }) });
      proposal = last.proposal?.id ?? proposal;
      outcomes.push(last);
    } else {
      const decided = await decide(turn, proposal, house);
      proposal = decided.proposal;
      outcomes.push(decided);
    }
  }
  return outcomes;
}

async function decide(
  decision: Decision,
  id: string | undefined,
  house: House,
): Promise<Outcome & { proposal: string | undefined }> {
  if (id === undefined) return { status: 'error', answer: 'There is no proposal to decide.', proposal: id };
  try {
    const actor = await house.actorFor(decision.as);
    if ('undo' in decision) {
      const undo = await house.undo(id, actor);
      return { ...(await proposalNow(undo, house)), proposal: undo };
    }
    if ('approve' in decision) await house.approve(id, actor, decision.count);
    else await house.reject(id, actor);
    return { ...(await proposalNow(id, house)), proposal: id };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return { status: 'refused', answer: error.message, proposal: id };
  }
}

async function proposalNow(id: string, { database }: House): Promise<Outcome> {
  const { rows } = await database.query<{ status: string; summary: string }>(
    'select status, summary from copilot.proposals where proposal_id = $1',
    [id],
  );
  return { status: rows[0]?.status ?? 'unknown', answer: rows[0]?.summary ?? '' };
}

/** Each expectation with what it is about: one for every turn, or one for the last question. */
function paired({ expect, turns }: Case, outcomes: readonly Outcome[]): [Expectation, Outcome][] {
  if (Array.isArray(expect)) {
    if (expect.length !== turns.length) throw new RangeError('expect is a list: give one expectation for each turn');
    return expect.flatMap((one, at): [Expectation, Outcome][] => (outcomes[at] ? [[one, outcomes[at]]] : []));
  }
  const last = turns.findLastIndex((turn) => typeof turn === 'string');
  const outcome = outcomes[last];
  return outcome ? [[expect, outcome]] : [];
}

async function faultsOf(expected: Expectation, outcome: Outcome, bound: Bound, house: House): Promise<string[]> {
  const { status, facts, sql } = expected;
  const wrong = status !== undefined && status !== outcome.status;
  const all = await bind(sql, house, bound);
  const missing = facts.map((fact) => filled(String(fact), all)).filter((fact) => !holds(outcome.answer, fact));
  return [
    ...(wrong ? [`expected ${status}, got ${outcome.status}: ${outcome.answer.slice(0, 200)}`] : []),
    ...missing.map((fact) => `"${fact}" does not stand in: ${outcome.answer.slice(0, 300)}`),
  ];
}

/** What the whole case may write: nothing, unless it says so. */
const writesOf = ({ expect }: Case) => [expect].flat().flatMap(({ writes }) => writes ?? []);

function faultsOfWrites(
  expected: ReturnType<typeof writesOf>,
  gained: readonly WrittenRecord[],
  bound: Bound,
): string[] {
  const left = [...gained];
  const missing: string[] = [];
  for (const write of expected) {
    const [member, contains] = [filled(write.member, bound), filled(write.contains, bound)];
    const at = left.findIndex(
      (one) => one.entity === write.entity && one.member === member && holds(one.text, contains),
    );
    if (at < 0) missing.push(`not written: ${write.entity} of ${member} with "${contains}"`);
    else left.splice(at, 1);
  }
  return [...missing, ...left.map(({ entity, member }) => `written and not expected: ${entity} of ${member}`)];
}

/** One-row queries; each may use what was bound before. */
export async function bind(
  queries: Readonly<Record<string, string>>,
  { database }: House,
  before: Bound,
): Promise<Bound> {
  const bound: Record<string, Readonly<Record<string, unknown>>> = { ...before };
  for (const [name, query] of Object.entries(queries)) {
    const { rows } = await database.query(filled(query, bound));
    const [row] = rows;
    if (!row || rows.length !== 1) throw new RangeError(`${name}: the query gives ${rows.length} rows, not one`);
    bound[name] = row;
  }
  return bound;
}
