import { useMemo } from 'react';
import { useDocumentFaults } from '../problems/document-faults.ts';

const PARAMETERS = 'parameters.';

/** What is wrong with the parameters of a node, by the path of the field, as the server's validation has it. */
export function useNodeFaults(name: string): ReadonlyMap<string, string> {
  const all = useDocumentFaults();
  return useMemo(() => {
    const faults = new Map<string, string>();
    for (const { node, field, message, severity } of all) {
      if (node === name && severity === 'error' && field.startsWith(PARAMETERS)) {
        faults.set(field.slice(PARAMETERS.length), message);
      }
    }
    return faults;
  }, [all, name]);
}
