import type { Item, JsonObject, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { itemsFromText } from '../panel/items-from-text.ts';

/**
 * With what a run begins: an example of what the trigger gives, what is pinned at it, what it was given last in earnest,
 * or items that the person wrote.
 */
export const RUN_DATA_KINDS = ['sample', 'pinned', 'last', 'own'] as const;
export type RunDataKind = (typeof RUN_DATA_KINDS)[number];

/** What a person chose for one trigger. Their own items are kept while they try other data. */
export interface RunDataChoice {
  kind?: RunDataKind;
  own?: string;
}

/** What was chosen in one workflow. */
export interface RunDataChoices {
  /** Id of the trigger that the bar starts from. */
  trigger?: string;
  /** By the trigger's id. */
  data: Readonly<Record<string, RunDataChoice>>;
}

/** The data that stands: what was chosen as far as it is there, else what is pinned, else the example. */
export function runDataKind(choice: RunDataChoice | undefined, isPinned: boolean): RunDataKind {
  const { kind, own } = choice ?? {};
  if (kind === 'last' || kind === 'sample') return kind;
  if (kind === 'own' && own !== undefined && itemsFromText(own).items) return kind;
  return isPinned ? 'pinned' : 'sample';
}

/**
 * The part of a run's request that says what its trigger gives.
 * @param lastCall asks for the execution whose data is taken; only for `last`
 */
export async function runDataBody(
  kind: RunDataKind,
  { own, example, lastCall }: { own?: string; example?: JsonObject; lastCall(): Promise<string> },
): Promise<{ input?: Item[]; inputFrom?: string }> {
  switch (kind) {
    case 'pinned':
      return {};
    case 'last':
      return { inputFrom: await lastCall() };
    case 'own':
      return { input: itemsFromText(own ?? '').items ?? [] };
    case 'sample':
      return { input: [{ json: example ?? {} }] };
  }
}

/** The trigger that the bar starts from: the selected one, the chosen one, the manual one, or the first. */
export function startingTrigger(
  triggers: readonly WorkflowNode[],
  selected: string | undefined,
  chosen: string | undefined,
): WorkflowNode | undefined {
  return (
    triggers.find(({ id }) => id === selected) ??
    triggers.find(({ id }) => id === chosen) ??
    triggers.find(({ type }) => type === 'manualTrigger') ??
    triggers[0]
  );
}

/** Whether there is data pinned at a node. */
export const hasPin = (document: WorkflowDocument, id: string): boolean => document.pins?.[id] !== undefined;
