import { create } from 'zustand';
import type { HeldCall, RunDataChoice, RunDataChoices } from './run-data.ts';

const NONE: RunDataChoices = { data: {} };
const keyOf = (workflowId: string) => `run-data.${workflowId}`;

/** What people chose to run workflows with, in this browser; of a workflow that has no id yet, in this tab. */
const useChoices = create<Readonly<Record<string, RunDataChoices>>>(() => ({}));

/** What was chosen in a workflow. One that has just got its id keeps what was chosen before it had one. */
export function runDataChoices(workflowId = ''): RunDataChoices {
  const held = useChoices.getState();
  return held[workflowId] ?? (workflowId ? read(workflowId) : undefined) ?? held[''] ?? NONE;
}

export const useRunDataChoices = (workflowId = ''): RunDataChoices => {
  const held = useChoices((state) => state[workflowId]);
  return held ?? runDataChoices(workflowId);
};

/** Chooses the trigger that a workflow is run from. */
export const chooseTrigger = (workflowId: string | undefined, trigger: string): void =>
  write(workflowId, { ...runDataChoices(workflowId), trigger });

/** Chooses the data that a trigger starts with; what is left out of `choice` stays. */
export function chooseRunData(workflowId: string | undefined, trigger: string, choice: RunDataChoice): void {
  const before = runDataChoices(workflowId);
  write(workflowId, { ...before, data: { ...before.data, [trigger]: { ...before.data[trigger], ...choice } } });
}

/** What a run began with is what its trigger starts with from now on. */
export function holdCall(workflowId: string | undefined, trigger: string, call: HeldCall): void {
  chooseRunData(workflowId, trigger, { kind: 'call', call });
  chooseTrigger(workflowId, trigger);
}

/** What is pinned at a trigger stands, where other data was chosen for it before. */
export function choosePinned(workflowId: string | undefined, node: string): void {
  if (runDataChoices(workflowId).data[node]) chooseRunData(workflowId, node, { kind: 'pinned' });
}

function write(workflowId = '', choices: RunDataChoices): void {
  useChoices.setState({ [workflowId]: choices });
  if (workflowId) localStorage.setItem(keyOf(workflowId), JSON.stringify(choices));
}

const kept = new Map<string, RunDataChoices | undefined>();
function read(workflowId: string): RunDataChoices | undefined {
  if (!kept.has(workflowId)) kept.set(workflowId, stored(workflowId));
  return kept.get(workflowId);
}

/** What is stored may be of an older version of the app, or anything at all. */
function stored(workflowId: string): RunDataChoices | undefined {
  try {
    const value = JSON.parse(localStorage.getItem(keyOf(workflowId)) ?? 'null') as RunDataChoices | null;
    return value && typeof value.data === 'object' && value.data !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
