import type { Item, JsonObject, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { itemsFromText } from '../panel/items-from-text.ts';

/**
 * With what a run begins: an example of what the trigger gives, what is pinned at it, what a certain run began with (a
 * test call, or an execution that was chosen), what it was given last in earnest, or items that the person wrote.
 */
export type RunDataKind = 'sample' | 'pinned' | 'call' | 'last' | 'own';

/** A run whose beginning was taken for data. */
export interface HeldCall {
  executionId: string;
  /** When it began, ISO 8601. */
  at: string;
  /** It came to a test address. */
  test?: boolean;
}

/** What a person chose for one trigger. Their own items, and a call, are kept while they try other data. */
export interface RunDataChoice {
  kind?: RunDataKind;
  own?: string;
  call?: HeldCall;
}

/** What was chosen in one workflow. */
export interface RunDataChoices {
  /** Id of the trigger that the bar starts from. */
  trigger?: string;
  /** By the trigger's id. */
  data: Readonly<Record<string, RunDataChoice>>;
}

/** The data that stands: what was chosen as far as it is there, else what is pinned, else a call that came, else the example. */
export function runDataKind(choice: RunDataChoice | undefined, isPinned: boolean): RunDataKind {
  const { kind, own, call } = choice ?? {};
  if (kind === 'last' || kind === 'sample') return kind;
  if (kind === 'own' && own !== undefined && itemsFromText(own).items) return kind;
  if (kind === 'call' && call) return kind;
  return isPinned ? 'pinned' : call ? 'call' : 'sample';
}

/**
 * The part of a run's request that says what its trigger gives.
 * @param lastCall asks for the execution whose data is taken; only for `last`
 */
export async function runDataBody(
  kind: RunDataKind,
  { own, call, example, lastCall }: RunDataChoice & { example?: JsonObject; lastCall(): Promise<string> },
): Promise<{ input?: Item[]; inputFrom?: string }> {
  switch (kind) {
    case 'pinned':
      return {};
    case 'call':
      return call ? { inputFrom: call.executionId } : {};
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
