import type { Said, WireRequest } from '../../test/fakes/openai-endpoint.js';

const MEMBERS = { op: 'field', field: 'status', test: { in: ['active', 'grace'] } };
const MOST_WORDS = 3000;

/** A model that reads whatever it can of whoever is spoken of, and says all of it again. */
export function curious({ messages, tools = [] }: WireRequest): Said {
  const turn = messages.slice(messages.findLastIndex(({ role }) => role === 'user'));
  const said = turn[0]?.content ?? '';
  if (turn.length > 1)
    return {
      says: turn
        .map(({ content }) => content ?? '')
        .join(' ')
        .slice(0, MOST_WORDS),
    };
  const people = [...new Set(said.match(/\b[MN]-[0-9A-Z]{6}\b/g) ?? [])];
  const [first] = people;
  const wanted = [
    ...people.map((name) => ({ tool: 'find_members', args: { name } })),
    ...(first
      ? ['member_profile', 'member_invoices', 'what_changed', 'member_engagement'].map((tool) => ({
          tool,
          args: { member: first },
        }))
      : []),
    { tool: 'find_members', args: { definition: MEMBERS, limit: 20 } },
    { tool: 'count_members', args: { definition: MEMBERS } },
  ];
  return { calls: wanted.filter(({ tool }) => tools.some((one) => one.function.name === tool)) };
}
