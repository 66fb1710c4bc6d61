import { expressionRules } from '@orchestrator/expression';
import { nodeTypeLookup } from '@orchestrator/node-sdk';
import { builtinNodes } from '@orchestrator/nodes';
import { validateWorkflow } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { TEMPLATE_LANGUAGES, templateIn } from './template-in.js';
import { de } from './templates.de.js';
import { TEMPLATES } from './templates.js';

const expressions = expressionRules();

it.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s has no fault and says what it shows',
  (id, template) => {
    expect(validateWorkflow(template.document, { nodeTypes: nodeTypeLookup(builtinNodes), expressions })).toEqual([]);
    expect(id).toMatch(/^[a-z-]+$/);
    expect(template.title.length).toBeLessThan(60);
    expect(template.shows.length).toBeGreaterThan(0);
    const places = template.document.nodes.map(({ position }) => position.join());
    expect(new Set(places).size).toBe(places.length);
  },
);

const said = TEMPLATES.flatMap(({ title, description, shows, tags, document }) => [
  ...[title, description, ...shows, ...tags],
  ...(document.notes ?? []).map(({ text }) => text),
]);

it('every text has its German, and no German is of a text that is gone', () => {
  expect(said.filter((text) => !Object.hasOwn(de, text))).toEqual([]);
  expect(Object.keys(de).filter((text) => !said.includes(text))).toEqual([]);
});

it.each(TEMPLATE_LANGUAGES)('has no fault in %s, and the nodes that it had', (language) => {
  for (const template of TEMPLATES) {
    const { title, document } = templateIn(template, language);
    expect(title).not.toBe(template.title);
    expect(document.name).toBe(title);
    expect(document.nodes).toBe(template.document.nodes);
    expect(validateWorkflow(document, { nodeTypes: nodeTypeLookup(builtinNodes), expressions })).toEqual([]);
  }
});
