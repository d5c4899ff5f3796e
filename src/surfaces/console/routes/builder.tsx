import { Router } from 'express';
import * as z from 'zod';
import { addressOf, definitionAt } from '../builder/address.js';
import { ConditionForm, conditionOf } from '../builder/condition.js';
import { groupOf, offersOf } from '../builder/offers.js';
import { BuilderPage, type BuiltList } from '../builder/page.js';
import type { ConsoleParts } from '../parts.js';
import type { Visit, Visits } from '../visits.js';

const Target = z.object({ d: z.string().max(20_000).optional() });
const FIRST_SHOWN = 20;

/** The builder of conditions, for what is easier chosen than said. Its numbers come from the same tools as a question's. */
export function builderRoutes(parts: ConsoleParts, visits: Visits): Router {
  const router = Router();

  const built = async (group: BuiltList['group'], isShown: boolean, { actor }: Visit): Promise<BuiltList> => {
    if (group.of.length === 0) return { group, said: [] };
    const definition = group;
    const { conditions, sentence } = await parts.said(definition, actor);
    const counted = await parts.call('count_members', { definition }, actor);
    const listed = isShown && (await parts.call('find_members', { definition, limit: FIRST_SHOWN }, actor));
    return { group, said: conditions, sentence, counted, ...(listed && { listed }) };
  };

  router.get('/build', async (request, response) => {
    const visit = await visits.must(request);
    const { d, add, show } = request.query;
    const offers = offersOf(await parts.vocabulary());
    const chosen = offers.find(({ id }) => id === add);
    const list = await built(groupOf(definitionAt(d)), show === 'yes', visit);
    visits.page(
      response,
      'Build a list',
      <BuilderPage list={list} offers={offers} chosen={chosen} csrf={visit.csrf} />,
      visit,
    );
  });

  router.post('/build', async (request, response) => {
    await visits.must(request);
    const group = groupOf(definitionAt(Target.parse(request.body).d));
    const condition = conditionOf(ConditionForm.parse(request.body), parts.currency);
    response.redirect(303, `/build?d=${addressOf({ ...group, of: [...group.of, condition] })}`);
  });

  return router;
}
