import type { WorkflowDocument } from '@orchestrator/workflow';
import type { SizeOf } from '../../document/place.ts';
import type { FramedTask } from './framed-layout.ts';
import type { Places } from './layout.ts';
import LayoutWorker from './layout.worker.ts?worker';
import { planLayout } from './plan-layout.ts';

/** A layout takes a second or two for a thousand nodes; what takes longer has failed. */
const LONGEST_MS = 20_000;

/**
 * The document with its nodes laid out, or those that are named. They begin where they began before; groups hold together,
 * and notes go with what they explain.
 */
export async function tidy(
  document: WorkflowDocument,
  sizeOf: SizeOf,
  only?: ReadonlySet<string>,
): Promise<WorkflowDocument> {
  const plan = planLayout(document, sizeOf, only);
  return plan ? plan.take(await run(plan.task)) : document;
}

/** In a worker, so that the canvas answers meanwhile. */
function run(task: FramedTask): Promise<Places> {
  const worker = new LayoutWorker();
  return new Promise<Places>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The layout took too long.')), LONGEST_MS);
    worker.onmessage = ({ data }: MessageEvent<Places>) => {
      clearTimeout(timer);
      resolve(data);
    };
    worker.onerror = (event) => {
      clearTimeout(timer);
      reject(new Error(event.message || 'The layout failed.'));
    };
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
