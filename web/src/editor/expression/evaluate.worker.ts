import { createExpressionEngine } from '@orchestrator/expression';
import type { Item, JsonValue } from '@orchestrator/workflow';
import { type FromWorker, localScope, type ToWorker } from './local-scope.ts';

/** Evaluates what is typed, beside the page: the page ends this worker when it takes too long. */
const engine = createExpressionEngine();
let items: readonly Item[] = [];

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'items') items = data.items;
  else self.postMessage({ id: data.id, result: evaluate(data.text, data.itemIndex, data.node) } satisfies FromWorker);
};

function evaluate(text: string, itemIndex: number, node: string): FromWorker['result'] {
  const evaluation = engine.evaluateSync(text, localScope(items, itemIndex, node));
  if (evaluation === 'needs-isolate') return undefined;
  if (evaluation.kind !== 'value') return evaluation;
  const json = JSON.stringify(evaluation.value);
  return json === undefined ? undefined : { kind: 'value', result: JSON.parse(json) as JsonValue };
}
