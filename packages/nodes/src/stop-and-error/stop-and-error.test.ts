import { runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { stopAndError } from './stop-and-error.node.js';

test.each([
  [{ message: 'No stock' }, { message: 'No stock' }],
  [{}, { message: 'The workflow was stopped' }],
  [
    { kind: 'object', object: '{"message":"No stock","sku":7}' },
    { message: 'No stock', details: { message: 'No stock', sku: 7 } },
  ],
  [{ kind: 'object', object: { description: 'Late' } }, { message: 'Late' }],
  [{ kind: 'object', object: { code: 1 } }, { message: 'Error: {"code":1}' }],
  [{ kind: 'object', object: '{' }, { message: 'The error object is not valid JSON' }],
  [{ kind: 'object', object: '[]' }, { message: 'Error: {"error":[]}' }],
])('%j', async (parameters, expected) => {
  await expect(runNode(stopAndError, { parameters })).rejects.toMatchObject(expected);
});
