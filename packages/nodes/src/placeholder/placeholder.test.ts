import type { NodeContext, NodePort } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { expect, test } from 'vitest';
import { placeholder } from './placeholder.node.js';

const original = { source: 'n8n', type: 'n8n-nodes-base.telegram', typeVersion: 1, parameters: { text: 'hi' } };
const portsOf = (side: 'inputs' | 'outputs', raw: JsonObject) =>
  (placeholder[side] as (raw: JsonObject) => readonly NodePort[])(raw).map((port) => port.kind);

test('stops the run with the name of what it stands for, and a retry is useless', async () => {
  const ctx = { node: { name: 'Tell the team' }, raw: original } as unknown as NodeContext<
    typeof placeholder.parameters
  >;
  await expect(placeholder.run?.(ctx)).rejects.toMatchObject({
    message: `"Tell the team" is a placeholder for n8n-nodes-base.telegram and can't run.`,
    retryable: false,
  });
});

test('says what it was in words where they are known', async () => {
  const raw = { ...original, label: 'Telegram', why: 'there is no node of this kind here yet' };
  const ctx = { node: { name: 'Tell the team' }, raw } as unknown as NodeContext<typeof placeholder.parameters>;
  await expect(placeholder.run?.(ctx)).rejects.toMatchObject({
    message: `"Tell the team" is a placeholder for Telegram and can't run: there is no node of this kind here yet.`,
  });
  expect(placeholder.subtitle?.(raw, String)).toBe('Telegram');
  expect(placeholder.subtitle?.(original, String)).toBe('n8n-nodes-base.telegram');
});

test('has the ports that its edges need, of any kind', () => {
  const raw = { ...original, ports: { inputs: { main: 2, tool: 1 }, outputs: { model: 1 } } };
  expect(portsOf('inputs', raw)).toEqual(['main', 'main', 'tool']);
  expect(portsOf('outputs', raw)).toEqual(['model']);
});

test('has one main port on each side when nothing is said, or nonsense', () => {
  expect(portsOf('inputs', original)).toEqual(['main']);
  expect(portsOf('outputs', { ports: { outputs: { main: 'many', __proto__: 3 } } } as unknown as JsonObject)).toEqual([
    'main',
  ]);
});
