import type { WorkflowDocument } from '@orchestrator/workflow';
import { portOf } from '../../document/edges.ts';
import { move, onGrid, type Point } from '../../document/nodes.ts';
import type { SizeOf } from '../../document/place.ts';
import type { LayoutTask, Places } from './layout.ts';
import LayoutWorker from './layout.worker.ts?worker';

/** A layout takes a second or two for a thousand nodes; what takes longer has failed. */
const LONGEST_MS = 20_000;

/** The document with its nodes laid out, or those that are named. They begin where they began before. Notes stay. */
export async function tidy(
  document: WorkflowDocument,
  sizeOf: SizeOf,
  only?: ReadonlySet<string>,
): Promise<WorkflowDocument> {
  const nodes = document.nodes.filter(({ id }) => !only || only.has(id));
  if (nodes.length === 0) return document;
  const places = await run({
    nodes: nodes.map(({ id, position }) => {
      const { width, height } = sizeOf(id);
      return { id, width, height, y: position[1] };
    }),
    edges: document.edges.map(({ kind, from, to }) => ({
      from: from.node,
      to: to.node,
      port: portOf(from),
      supply: kind !== 'main',
    })),
  });
  const left = Math.min(...nodes.map(({ position }) => position[0]));
  const top = Math.min(...nodes.map(({ position }) => position[1]));
  return move(
    document,
    new Map(places.map(([id, x, y]): [string, Point] => [id, [onGrid(left + x), onGrid(top + y)]])),
  );
}

/** In a worker, so that the canvas answers meanwhile. */
function run(task: LayoutTask): Promise<Places> {
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
