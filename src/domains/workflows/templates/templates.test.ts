import { expressionRules } from '@orchestrator/expression';
import { nodeTypeLookup } from '@orchestrator/node-sdk';
import { builtinNodes } from '@orchestrator/nodes';
import { validateWorkflow } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
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
