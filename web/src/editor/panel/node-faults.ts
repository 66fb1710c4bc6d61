import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useEditor } from '../editor-store.ts';
import { objectNumber } from '../expression/object-number.ts';

/** The pause after a change before the server is asked what is wrong. */
const PAUSE_MS = 600;
const PARAMETERS = 'parameters.';

/** What is wrong with the parameters of a node, by the path of the field, as the server's validation has it. */
export function useNodeFaults(name: string): ReadonlyMap<string, string> {
  const document = useEditor((state) => state.document);
  const [asked, setAsked] = useState(document);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(document), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [document]);
  const { data } = useQuery({
    queryKey: ['workflows', 'faults', asked],
    queryFn: ({ signal }) =>
      unwrap(api.POST('/api/v1/workflows/validate', { body: { document: asked } as never, signal })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    // The document is never changed in place: it is its own key.
    queryKeyHashFn: () => `workflows faults ${objectNumber(asked)}`,
    retry: false,
  });
  return useMemo(() => {
    const faults = new Map<string, string>();
    for (const { node, field, message, severity } of data?.items ?? []) {
      if (node === name && severity === 'error' && field.startsWith(PARAMETERS)) {
        faults.set(field.slice(PARAMETERS.length), message);
      }
    }
    return faults;
  }, [data, name]);
}
