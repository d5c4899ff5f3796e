/*
 * Where one record is: `/api/Entity/id`, several key parts as `~a|b`, and `?EntityId=` for an id that changes under
 * URL-encoding (ANNCONF/GOLF).
 */

/** The id of a record whose key has several parts. */
export const compositeId = (parts: readonly string[]): string => `~${parts.join('|')}`;

/** The key parts of an id: of `~101|DUES` two, of anything else the id itself. */
export const idParts = (id: string): readonly string[] => (id.startsWith('~') ? id.slice(1).split('|') : [id]);

/** Path and query of one record below the site's address. */
export function addressOf(entity: string, id: string): string {
  const parts = idParts(id);
  if (parts.some((part) => encodeURIComponent(part) !== part || /^\.{0,2}$/.test(part)))
    return `/api/${entity}?EntityId=${encodeURIComponent(id)}`;
  return `/api/${entity}/${id.startsWith('~') ? `~${parts.join('%7C')}` : id}`;
}
