import { createContext, useContext } from 'react';

/** Id of the workflow whose executions are shown beside its editor; nothing where each has a page of its own. */
const BesideEditor = createContext<string | undefined>(undefined);
export const BesideEditorProvider = BesideEditor.Provider;
export const useBesideEditor = (): string | undefined => useContext(BesideEditor);

/** Where an execution is seen: beside the editor, where that of its workflow is open, else on its own page. */
export function useExecutionPlace() {
  const beside = useContext(BesideEditor);
  return (executionId: string, workflowId: string | undefined) =>
    beside !== undefined && workflowId === beside
      ? ({
          to: '/workflows/$workflowId/executions',
          params: { workflowId: beside },
          // The list beside it stays as it is filtered.
          search: (before: object) => ({ ...before, execution: executionId, node: undefined }),
        } as const)
      : ({ to: '/executions/$executionId', params: { executionId }, search: {} } as const);
}
