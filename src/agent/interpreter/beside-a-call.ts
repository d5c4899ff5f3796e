/* What a question about one member says beside what is called: the open balance next to the bills of some days, the points of a no-show. */
import type { Customs } from '../../language/reading.js';
import type { Definition } from '../../population/definition.js';
import { LEFT_ASIDE } from './interpret.js';
import { clausesOf } from './one-clauses.js';
import { windowIn } from './one-windows.js';

interface Call {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}
export interface Calls {
  readonly calls: readonly Call[];
  readonly notes: readonly string[];
}

/** The open balance as it stands, whatever days were said of the bills. */
const OPEN_NOW =
  /\b(?:(?:current|present|open|outstanding|remaining|overall|total|today's|account) (?:open )?(?:balance|amount owed|amount due)|balances?(?: (?:now|today|due|outstanding|open|currently|to date|owed|as of today))?|owe[sd]?(?: us)?(?: (?:now|today|altogether|in total|in all|overall|at present|right now|at the moment|still|currently))*|(?:still|currently|now) (?:owes?|owed|owing|open|outstanding|to pay|unpaid)|(?:open|outstanding|owed|owing|unpaid|due) (?:now|today|in total|altogether|in all|at present|right now|at the moment|currently|overall))\b/i;
const TODAY = /\b(?:(?:as )?(?:of|at) )?(?:today|now|right now)\b/gi;
/** Shown with each bill anyway. */
const ON_EACH_BILL =
  /^(?:and |plus |with |also |as well as )*(?:(?:what|which|how much|whatever|any|all|the|their|his|her|its|M-\w{6}'s)\b.*)?\b(?:paid|payments?|settled|lines?|line items?|totals?|open|due dates?|numbers?|against each|on each|of each)\b[^\d]*$/i;

const isOfBills = ({ tool, arguments: args }: Call): boolean =>
  tool === 'member_invoices' && args['window'] !== undefined;

/** The calls, with what else the message asks of the same member. */
export function withBeside(said: string, { calls, notes }: Calls, customs: Customs): Calls {
  const bills = calls.find(isOfBills);
  const clauses = bills ? clausesOf(said) : [];
  const asksBalance =
    clauses.length > 1 &&
    clauses.some((clause) => OPEN_NOW.test(clause) && windowIn([clause.replace(TODAY, ' ')], customs) === undefined) &&
    clauses.some((clause) => windowIn([clause.replace(TODAY, ' ')], customs) !== undefined);
  const open: Call[] =
    bills && asksBalance && calls.every((one) => one === bills || one.tool !== bills.tool)
      ? [{ tool: bills.tool, arguments: { member: bills.arguments['member'] } }]
      : [];
  const isShown = (note: string): boolean => {
    const [, aside] = new RegExp(`^${LEFT_ASIDE}: "(.*)"$`).exec(note) ?? [];
    return (
      aside !== undefined &&
      bills !== undefined &&
      (ON_EACH_BILL.test(aside) || (open.length > 0 && OPEN_NOW.test(aside)))
    );
  };
  const [pointed, isPointed] = withPoints(said, calls);
  return {
    calls: [...pointed, ...open],
    notes: [
      ...notes.filter((note) => !isShown(note) && !(isPointed && (NO_SHOW_SAID.test(note) || SAID_AGAIN.test(note)))),
      ...(open.length > 0 ? ['what is open today is given apart, older bills included'] : []),
    ],
  };
}

const CAME = String.raw`(?:badg\w*|attend\w*|show\w*|turn\w*|came|come|checked|check|there|scanned|present|appear\w*|arriv\w*|made it|make it|picked up)`;
/** "I mean registered and never badged in": what a no-show is, said in full. */
const NO_SHOW_SAID = new RegExp(
  String.raw`\b(?:regist\w+|signed up|sign up|booked|rsvp\w*|on the list|had a (?:ticket|place|seat))\b.*\b(?:never|not|\w+n['’]?t|without|no|then|failed)\b.*\b${CAME}`,
  'i',
);

const SAID_AGAIN = /"(?:i\.?e\.?|i mean|that is|meaning|as in)[.,:]?"$/i;
/** "Signed up", read by itself. */
const isJoined = (part: Definition): boolean => part.op === 'field' && part.field === 'joined';
const isNoShow = (part: Definition): boolean => part.op === 'event' && part.kind === 'no_show';

/** Whether somebody was a no-show, with the registration and the attendance as points of their own. */
function withPoints(said: string, calls: readonly Call[]): readonly [calls: readonly Call[], isPointed: boolean] {
  if (!NO_SHOW_SAID.test(said)) return [calls, false];
  let isPointed = false;
  const pointed = calls.map((call) => {
    const asked = call.arguments['definition'] as Definition | undefined;
    // "Was she a no-show there, i.e. registered but never came": said twice.
    const definition =
      asked?.op === 'all' && asked.of.every((part, at) => isNoShow(part) || (at > 0 && isJoined(part)))
        ? asked.of[0]
        : asked;
    if (call.tool !== 'check_member' || definition?.op !== 'event' || definition.kind !== 'no_show') return call;
    isPointed = true;
    const registered: Definition = { ...definition, kind: 'registration', count: { is: 'gte', value: 1 } };
    const away: Definition = { ...definition, kind: 'attendance', count: { is: 'eq', value: 0 } };
    return { ...call, arguments: { ...call.arguments, definition: { op: 'all', of: [registered, away, definition] } } };
  });
  return [pointed, isPointed];
}
