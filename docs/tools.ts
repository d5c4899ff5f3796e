import * as z from 'zod';
import type { Tool } from '../tools/define.js';

/** docs/tools.md: the catalogue as its users meet it. */
export const renderTools = (catalog: readonly Tool[]): string =>
  `# Tools

What a model, an AI client or a page may call. \`read\` answers; \`propose\` stores a change that a person decides.
Generated from tools/ by \`npm run docs\`.

| tool | effect | needs | what it does |
|---|---|---|---|
${catalog.map((tool) => `| \`${tool.name}\` | ${tool.effect} | ${tool.permission} | ${tool.title} |`).join('\n')}

${catalog.map(section).join('\n')}`;

const section = (tool: Tool): string => `## ${tool.name}

${tool.description}

| argument | required | meaning |
|---|---|---|
${parameters(tool)}

${tool.examples.map(({ says }) => `- “${says}”`).join('\n')}
`;

function parameters(tool: Tool): string {
  const schema = z.toJSONSchema(tool.input, { io: 'input' });
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {})
    .map(([name, property]) => {
      const about = typeof property === 'object' ? (property.description ?? '') : '';
      return `| ${name} | ${required.has(name) ? 'yes' : 'no'} | ${about.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`;
    })
    .join('\n');
}
