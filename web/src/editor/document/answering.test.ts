import type { JsonObject, WorkflowDocument } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { awaitingAnswer } from './answering.ts';

const node = (id: string, type: string, parameters: JsonObject = {}) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [0, 0] as [number, number],
  parameters,
});
const document = (parameters: JsonObject): WorkflowDocument => ({
  formatVersion: 1,
  name: 'x',
  settings: {},
  nodes: [
    node('hook', 'webhookTrigger', parameters),
    node('other', 'webhookTrigger'),
    node('edit', 'editFields'),
    node('answer', 'respondToWebhook'),
  ],
  edges: [
    { kind: 'main', from: { node: 'hook' }, to: { node: 'edit' } },
    { kind: 'main', from: { node: 'edit' }, to: { node: 'answer' } },
  ],
});
const modes = ({ nodes }: WorkflowDocument) => nodes.map(({ parameters }) => parameters.responseMode);

it('lets the webhook before an answering node wait for it, unless it was told otherwise', () => {
  expect(modes(awaitingAnswer(document({}), 'answer'))).toEqual(['responseNode', undefined, undefined, undefined]);
  expect(modes(awaitingAnswer(document({ responseMode: 'lastNode' }), 'answer'))[0]).toBe('lastNode');
  const untouched = document({});
  expect(awaitingAnswer(untouched, 'edit')).toBe(untouched);
});
