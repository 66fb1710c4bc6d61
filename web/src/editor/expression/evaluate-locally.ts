import type { Item } from '@orchestrator/workflow';
import { type FromWorker, isLocal, type ToWorker } from './local-scope.ts';

/** An expression that takes longer is ended with its worker, and left to the server. */
const LONGEST_MS = 600;

interface Evaluator {
  worker: Worker;
  items?: readonly Item[];
  waiting: Map<number, (answer: FromWorker['result']) => void>;
}
let evaluator: Evaluator | undefined;
let next = 0;

/**
 * What a text gives, worked out in this browser, beside the page.
 * @returns nothing where only the server can tell
 */
export function evaluateLocally(
  text: string,
  { items, itemIndex, node }: { items: readonly Item[]; itemIndex: number; node: string },
): Promise<FromWorker['result']> {
  if (!isLocal(text) || items.length === 0) return Promise.resolve(undefined);
  const current = start();
  if (current.items !== items) {
    current.items = items;
    tell(current, { kind: 'items', items });
  }
  const id = next++;
  return new Promise((resolve) => {
    const timer = setTimeout(() => stop(current), LONGEST_MS);
    current.waiting.set(id, (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    tell(current, { kind: 'evaluate', id, text, itemIndex, node });
  });
}

const tell = ({ worker }: Evaluator, message: ToWorker) => worker.postMessage(message);

function start(): Evaluator {
  if (evaluator) return evaluator;
  const worker = new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' });
  const made: Evaluator = { worker, waiting: new Map() };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    made.waiting.get(data.id)?.(data.result);
    made.waiting.delete(data.id);
  };
  worker.onerror = () => stop(made);
  evaluator = made;
  return made;
}

/** Ends a worker with all that waits for it; the next text gets a new one. */
function stop(ended: Evaluator): void {
  ended.worker.terminate();
  if (evaluator === ended) evaluator = undefined;
  for (const answer of ended.waiting.values()) answer(undefined);
  ended.waiting.clear();
}
