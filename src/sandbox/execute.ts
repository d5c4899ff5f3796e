/* Operations by name: POST /api/{entity}/_execute. */
import { encodeQueryDefinition } from '../imis/contracts/definition.js';
import { decodeExecute, encodeOperation, encodeRoles } from '../imis/contracts/envelope.js';
import { queries } from '../imis/pack.js';
import type { Accounts } from './accounts.js';
import { type Answer, badRequest, notImplemented, ok } from './answer.js';
import { staffPosts } from './staff.js';

/** A failed operation is answered with 200 and says so in its body. */
export function execute(entity: string, wire: unknown, accounts: Accounts): Answer {
  const request = decodeExecute(wire);
  if (request === undefined) return badRequest('OperationName is missing.');
  const [parameter = ''] = request.parameters;
  const named = `${entity}.${request.operation}`.toLowerCase();
  if (named === 'usersecurity.getuserroles') return ok(rolesOf(parameter, accounts));
  if (named === 'querydefinition.findbypath') return ok(definitionOf(parameter));
  return notImplemented('Operation');
}

function rolesOf(userName: string, accounts: Accounts): unknown {
  const asked = userName.toLowerCase();
  const post = staffPosts.find((one) => one.userName === asked);
  if (post !== undefined) return encodeOperation(encodeRoles(post.roles));
  if (asked === accounts.read.user || asked === accounts.write.user)
    return encodeOperation(encodeRoles(['RemoteService', 'Staff']));
  return encodeOperation(null, 'The user was not found.');
}

function definitionOf(path: string): unknown {
  const query = queries.find(({ name }) => `$/AICopilot/${name}`.toLowerCase() === path.toLowerCase());
  return query === undefined
    ? encodeOperation(null, 'The query was not found.')
    : encodeOperation(encodeQueryDefinition(query));
}
