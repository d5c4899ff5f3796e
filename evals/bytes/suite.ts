/* Every byte that an endpoint receives while the conversations are held, searched for whoever is on record. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAiEndpoint } from '../../test/fakes/openai-endpoint.js';
import { parseCases } from '../conversations/case.js';
import { filled } from '../conversations/facts.js';
import { bind } from '../conversations/grade.js';
import { type House, openHouse } from '../house.js';
import type { Suite } from '../suite.js';
import { detailsOf, foundIn, type OnRecord } from './found.js';
import { curious } from './script.js';

const MEMBERS = 1000;

export const bytes: Suite = {
  name: 'bytes',
  about: 'What an endpoint receives during the conversations, searched for names and contact details.',
  async run({ casesFile, seed, asOf, onProgress }) {
    const file = casesFile ?? join(import.meta.dirname, '..', 'conversations', 'cases.jsonl');
    const cases = parseCases(await readFile(file, 'utf8')).filter(({ turns }) =>
      turns.every((turn) => typeof turn === 'string'),
    );
    if (cases.length === 0) throw new TypeError('There is no case in the file that only asks.');
    const endpoint = await openAiEndpoint(curious);
    const environment = { LLM_KIND: 'compatible', LLM_URL: endpoint.url, LLM_MODEL: 'scripted', LLM_API_KEY: 'k' };
    const house = await openHouse({ seed, asOf, members: MEMBERS, onProgress, environment }).catch(async (error) => {
      await endpoint.close();
      throw error;
    });
    try {
      for (const [at, { id, as, bind: queries, turns }] of cases.entries()) {
        onProgress(`${at + 1} of ${cases.length}: ${id}`);
        const [actor, bound] = [await house.actorFor(as), await bind(queries, house, {})];
        let thread: string | undefined;
        for (const text of turns)
          if (typeof text === 'string')
            thread = (await house.agent.ask({ text: filled(text, bound), actor, ...(thread && { thread }) })).thread;
      }
      const people = await everybody(house);
      const found = foundIn(endpoint.requests, detailsOf(people));
      return {
        cases: cases.length,
        metrics: {
          requests: endpoint.requests.length,
          bytes: Buffer.byteLength(endpoint.received()),
          people: people.length,
          found: found.length,
        },
        failures: found,
      };
    } finally {
      await house.close();
      await endpoint.close();
    }
  },
};

const everybody = async ({ database }: House): Promise<readonly OnRecord[]> =>
  (
    await database.query<OnRecord>(
      `select full_name as name, email, phone, address_lines as lines, birth_date::text as born from imis.identity`,
    )
  ).rows;
