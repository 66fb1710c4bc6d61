import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeTypeLookup } from '@orchestrator/node-sdk';
import { describe, expect, it } from 'vitest';
import { builtinCredentials, builtinNodes } from './index.js';

const ICONS = fileURLToPath(new URL('../../../node_modules/lucide-react/dist/esm/icons', import.meta.url));
const types = nodeTypeLookup(builtinNodes);

describe.each(builtinNodes.map((node) => [node.type, node] as const))('%s', (_, node) => {
  it('says what it can do, in phrases that begin with a capital', () => {
    expect(node.actions?.length).toBeGreaterThan(0);
    for (const { label } of node.actions ?? []) expect(label).toMatch(/^[A-Z][^.]{5,60}$/);
  });

  it('presets only parameters that it has, with values that they take', () => {
    for (const { label, parameters = {} } of node.actions ?? []) {
      const faults = types.find(node.type, node.version)?.checkParameters(parameters) ?? [];
      // What a person has yet to fill in is no fault of a preset.
      const wrong = faults.filter(({ rule }) => rule !== 'parameter.required' && rule !== 'parameter.invalid');
      expect(wrong, label).toEqual([]);
    }
  });

  it('has help: what it does and what surprises people, no longer than a screen', () => {
    expect(node.docs?.length).toBeGreaterThan(150);
    expect(node.docs?.length).toBeLessThan(1_500);
    expect(node.docs).toMatch(/\*\*(Watch out|To do):\*\*/);
  });
});

it('icons are those of Lucide', () => {
  const names = [...builtinNodes, ...builtinCredentials].map(({ icon }) => icon);
  expect(names.filter((name) => !existsSync(`${ICONS}/${name}.mjs`) && !existsSync(`${ICONS}/${name}.js`))).toEqual([]);
});
