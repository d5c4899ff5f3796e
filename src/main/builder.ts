/* What the builder of conditions asks of the house: definitions in English, and the reading tools. */
import { catalog } from '../../tools/catalog.js';
import { isReadOnly } from '../../tools/define.js';
import { runTool } from '../../tools/run.js';
import { proposalsFor } from '../approvals/propose.js';
import type { Actor } from '../domain/actor.js';
import type { House } from '../main.js';
import { check } from '../population/check.js';
import type { Definition } from '../population/definition.js';
import { namingOf } from '../population/naming.js';
import { perspectiveOf } from '../population/perspective.js';
import { vocabularyOf } from '../population/vocabulary.js';
import { say, sayPart } from '../population/words.js';
import { reveal } from '../privacy/reveal.js';
import { randomId } from '../receipts/id.js';
import type { ConsoleParts } from '../surfaces/console/parts.js';

export const builderParts = (house: House): Pick<ConsoleParts, 'currency' | 'vocabulary' | 'said' | 'call'> => ({
  currency: house.settings.association.currency,
  vocabulary: () => vocabularyOf(house.database),
  async said(definition: Definition, actor: Actor) {
    const { database, clock, settings } = house;
    const vocabulary = await vocabularyOf(database);
    const checked = check(definition, vocabulary);
    const perspective = perspectiveOf(actor.scope, clock.today(), settings.association, {});
    const naming = await namingOf(database, checked);
    const parts = checked.op === 'all' || checked.op === 'any' ? checked.of : [checked];
    return {
      conditions: parts.map((part) => sayPart(part, { perspective, vocabulary, naming })),
      sentence: say(checked, perspective, vocabulary, naming).text,
    };
  },
  async call(name, input, actor) {
    const tool = catalog.find((one) => one.name === name);
    if (!tool || !isReadOnly(tool)) throw new TypeError(`${name} is no tool that reads`);
    const { words } = await runTool(tool, input, {
      actor,
      thread: randomId('T'),
      database: house.database,
      clock: house.clock,
      settings: house.settings,
      proposals: proposalsFor(house.approvals),
      onDefect: (error) => house.log.error({ part: 'builder', error }, 'a list could not be built'),
    });
    return await reveal(house.database, words, actor);
  },
});
