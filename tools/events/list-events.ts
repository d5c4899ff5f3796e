import * as z from 'zod';
import { may } from '../../src/access/require.js';
import { type EventLine, eventMeasures, eventsIn } from '../../src/members/events.js';
import { defineTool, type ToolContext } from '../define.js';
import { Cursor, Limit, Order, toolInput, Window } from '../parameters.js';
import { percentWords } from '../people/shares.js';
import { isSmallCell } from '../people/small-cells.js';
import { viewOf } from '../perspective.js';
import { figure, those } from '../saying.js';
import { between, daysOf } from '../window-days.js';

const USUAL_ROWS = 10;

const Output = z.strictObject({
  from: z.string().optional(),
  to: z.string().optional(),
  total: z.number().int(),
  isGoingOn: z.boolean(),
  cursor: z.string().optional(),
  events: z.array(
    z.strictObject({
      name: z.string(),
      type: z.string(),
      status: z.string(),
      beginsOn: z.string(),
      endsOn: z.string(),
      place: z.string().optional(),
      registered: z.number().int().optional(),
      attended: z.number().int().optional(),
      noShows: z.number().int().optional(),
      turnout: z.number().optional().describe('Percent of those registered who came.'),
      attendance: z.enum(['taken', 'not taken', 'not over']),
      withheld: z.boolean().describe('A number of fewer than five people is not shown.'),
    }),
  ),
  scopeNote: z.string().optional(),
  readAt: z.string(),
});

type Output = z.infer<typeof Output>;
type Shown = Output['events'][number];

export const listEvents = defineTool({
  name: 'list_events',
  title: 'Events with registrations and attendance',
  description:
    "The association's events in a window, with how many people registered, came and did not come, and the turnout; where attendance was not taken that is said, not guessed. Without a window: from today on. Lists 10 unless a limit says otherwise; one by its name is found in the list. For who came to an event use find_members, for how many of a group count_members.",
  input: toolInput({
    window: Window.optional(),
    order: Order.optional()
      .describe('desc: best attended first, asc: least attended first. Left out: by day, earliest first.')
      .meta({ slot: 'Order' }),
    by: z
      .enum(eventMeasures)
      .optional()
      .describe('What the order is by, attended unless said; turnout: of those registered, the share who came.')
      .meta({ slot: 'EventMeasure' }),
    limit: Limit.optional(),
    cursor: Cursor.optional(),
  }),
  output: Output,
  effect: 'read',
  permission: 'aggregates.read',
  triggers: [
    '*event',
    'list events',
    'list the events',
    'which events',
    'what events',
    'our events',
    'upcoming events',
    'coming events',
    'next events',
    'past events',
    'event calendar',
    'calendar of events',
    'how many people came to each event',
    'how many people attended each event',
    'how many came to each event',
    'how many attended each event',
    'attendance by event',
    'attendance of each event',
    'attendance per event',
    'show',
    'show me',
    'list',
    'which',
    'what',
    '+do we have',
    '+did we have',
    '+coming up',
    '+are there',
    '+were there',
    '+are coming up',
    '+took place',
    '+take place',
    '+upcoming',
    '+are',
    '+were',
    '+the',
  ],
  examples: [
    { says: 'list events this year', arguments: { window: { calendar: 'year', offset: 0 } } },
    { says: 'which events were there last quarter', arguments: { window: { calendar: 'quarter', offset: -1 } } },
    { says: 'upcoming events', arguments: {} },
  ],
  async run({ window, order: given, by, limit, cursor }, context) {
    const order = given ?? (by && 'desc');
    const { actor, clock, database } = context;
    const view = await viewOf(context);
    const days = window ? daysOf(window, view) : { from: clock.today() };
    const found = await eventsIn(database, {
      scope: actor.scope,
      today: clock.today(),
      days,
      order,
      by,
      limit: limit ?? USUAL_ROWS,
      cursor,
    });
    const isAggregate = !may(actor, 'people.read');
    const answer = {
      ...days,
      total: found.total,
      isGoingOn: cursor !== undefined,
      ...(found.cursor && { cursor: found.cursor }),
      events: isAggregate ? hiddenLast(found.events.map(withoutSmall), order) : found.events.map(unhidden),
      ...(actor.scope.kind === 'chapters' && {
        scopeNote:
          'Registrations and attendance are those of people in the chapters you see; the others are hidden by your rights',
      }),
      readAt: view.readAt,
    };
    await receiptsFor(answer, context);
    return answer;
  },
  words({ from, to, total, isGoingOn, cursor, events, scopeNote }) {
    if (total === 0) return `No events are recorded${between(from, to)}.`;
    return [
      isGoingOn
        ? `Further events${between(from, to)}:`
        : `${those(total, total === 1 ? 'event' : 'events')}${between(from, to)}:`,
      ...events.map(eventWords),
      ...(cursor === undefined ? [] : [`Not all are shown; to go on use cursor ${cursor}.`]),
      ...(events.length > 0 ? ['Note: registrations that were cancelled are not counted.'] : []),
      ...(scopeNote ? [`${scopeNote}.`] : []),
    ].join('\n');
  },
});

const unhidden = (event: EventLine): Shown => ({ ...event, withheld: false });

/** An order would tell of numbers that are hidden: those events come last, by day. */
function hiddenLast(events: readonly Shown[], order: 'asc' | 'desc' | undefined): Shown[] {
  if (!order) return [...events];
  const hidden = events.filter(({ withheld }) => withheld);
  return [
    ...events.filter(({ withheld }) => !withheld),
    ...hidden.sort((a, b) => (a.beginsOn < b.beginsOn ? -1 : a.beginsOn > b.beginsOn ? 1 : a.name < b.name ? -1 : 1)),
  ];
}

/** Who came and who did not are shown together or not at all: one of them and the registrations give the other away. */
function withoutSmall({ registered, attended, noShows, turnout, ...event }: EventLine): Shown {
  if (isSmallCell(registered)) return { ...event, withheld: true };
  if (isSmallCell(attended ?? 0) || isSmallCell(noShows ?? 0)) return { ...event, registered, withheld: true };
  return {
    ...event,
    registered,
    ...(attended !== undefined && { attended }),
    ...(noShows !== undefined && { noShows }),
    ...(turnout !== undefined && { turnout }),
    withheld: false,
  };
}

/** How sites write that an event is on; `P` is what iMIS gives a new one. Any other status is said. */
const HELD = new Set(['active', 'published', 'open', 'p', '']);

function eventWords({
  name,
  type,
  status,
  beginsOn,
  endsOn,
  place,
  registered,
  attended,
  noShows,
  turnout,
  attendance,
  withheld,
}: Shown): string {
  const counts = [
    registered === undefined ? undefined : `${figure(registered)} registered`,
    attended === undefined ? undefined : `${figure(attended)} came`,
    noShows === undefined ? undefined : `${figure(noShows)} registered and did not come`,
    turnout === undefined ? undefined : `turnout ${percentWords(turnout)}`,
    attendance === 'not taken' ? 'attendance was not taken, so who came is unknown' : undefined,
    withheld ? 'numbers of fewer than five people, and what would give them away, are not shown' : undefined,
  ].filter(Boolean);
  const days = beginsOn === endsOn ? beginsOn : `${beginsOn} to ${endsOn}`;
  const isHeld = HELD.has(status.toLowerCase());
  return `- ${name} (${type}${isHeld ? '' : `, ${status.toLowerCase()}`}), ${days}${place ? `, ${place}` : ''}: ${counts.join(', ')}`;
}

/** One receipt for every number of the words. */
async function receiptsFor(
  { from, to, total, events, readAt, scopeNote }: Output,
  context: ToolContext,
): Promise<void> {
  const asOf = context.clock.today();
  const give = (value: number, unit: string, population: string) =>
    context.receipt({
      value,
      unit,
      asOf,
      readAt,
      population: scopeNote ? `${population}; in the chapters you see` : population,
    });
  await context.receipt({ value: total, unit: 'events', asOf, readAt, population: `events${between(from, to)}` });
  for (const { name, beginsOn, registered, attended, noShows, turnout } of events) {
    if (registered !== undefined) await give(registered, 'people registered', `for ${name} of ${beginsOn}`);
    if (attended !== undefined) await give(attended, 'people who came', `to ${name} of ${beginsOn}`);
    if (turnout !== undefined)
      await give(turnout, '%', `turnout: share of those registered who came, ${name} of ${beginsOn}`);
    if (noShows !== undefined) await give(noShows, 'no-shows', `of ${name} of ${beginsOn}`);
  }
}
