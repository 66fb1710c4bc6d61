import type { NodeRunRecord, RunStatus } from '@orchestrator/engine';
import { errorInWords, type ItemError } from '@orchestrator/workflow';

/** How the run of one file came out. */
export interface RunResult {
  /** `unsupported`: it reached a node that has no form here, or has no trigger that can start it. */
  status: RunStatus | 'unsupported';
  error: ItemError | null;
  runs: Readonly<Record<string, readonly NodeRunRecord[]>>;
}

/** One line of `run --json`. */
export function jsonLine(file: string, { status, error, runs }: RunResult): string {
  return JSON.stringify({ file, status, error, runs });
}

/** The run node by node, in the order of execution, for a person. */
export function inWords(file: string, { status, error, runs }: RunResult): string {
  const steps = Object.entries(runs)
    .flatMap(([name, list]) => list.map((run) => ({ name, run })))
    .sort((a, b) => a.run.index - b.run.index);
  const lines = steps.map(({ name, run }) => {
    const counts = run.outputs.map((items) => items.length).join(', ');
    const took = run.finishedAt - run.startedAt;
    return `  ${run.status === 'error' ? 'failed' : run.status}  ${name}: items out ${counts || 'none'} (${took} ms)`;
  });
  if (error) {
    const [what = '', ...more] = errorInWords(error);
    lines.push(`  error at ${what}`, ...more.map((line) => `    ${line}`));
  }
  return [`${file}: ${status}`, ...lines].join('\n');
}
