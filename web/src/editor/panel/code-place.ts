import type { ItemError, WorkflowNode } from '@orchestrator/workflow';
import { createContext, useContext, useMemo } from 'react';
import { create } from 'zustand';
import type { CodeView } from '../../forms/form-context.ts';
import { useShownRun } from '../data/node-data.ts';
import { useEditor } from '../editor-store.ts';

/** Whether this is within the open node's three panes. */
export const InSheet = createContext(false);

/** The line of a node's code that somebody asked to see. */
const useWanted = create<{ node?: string; line: number }>(() => ({ line: 0 }));

/** Shows a line of a node's code, as soon as its editor is there. */
export const showLine = (node: string, line: number): void => useWanted.setState({ node, line });

/** The line of the code at which a node failed. */
export function lineOf({ details }: Pick<ItemError, 'details'>): number | undefined {
  const line = details?.line;
  return typeof line === 'number' && Number.isInteger(line) && line > 0 ? line : undefined;
}

/** The code that each fault was first seen with: once that is changed, the fault says nothing of it any more. */
const seenWith = new WeakMap<object, string>();

/** What the editors of a node's code show of its last run. */
export function useCodeView(node: WorkflowNode): CodeView {
  const error = useShownRun(node.name)?.error;
  // The panel beside the canvas has the code too: it is shown where a person looks.
  const isLookedAt = useEditor(({ open }) => open === node.id) === useContext(InSheet);
  const wanted = useWanted((state) => (isLookedAt && state.node === node.id ? state.line : undefined));
  return useMemo(() => {
    const line = error && lineOf(error);
    return {
      faultIn: (code) => {
        if (!error || line === undefined) return undefined;
        if (!seenWith.has(error)) seenWith.set(error, code);
        return seenWith.get(error) === code ? { line, message: error.message.replace(PLACE, '') } : undefined;
      },
      line: wanted,
      shown: () => useWanted.setState({ node: undefined }),
    };
  }, [error, wanted]);
}

/** What the message says of the place, where the place itself is marked: `[line 3, for item 1]`. */
const PLACE = / \[line \d+[^\]]*\]$/;
