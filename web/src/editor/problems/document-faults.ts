import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { told } from '../../texts/messages.ts';
import { onlyMoved } from '../document/only-moved.ts';
import { useEditor } from '../editor-store.ts';
import { objectNumber } from '../expression/object-number.ts';

export type DocumentFault = components['schemas']['FaultView'];

/** The pause after a change before the server is asked what is wrong. */
const PAUSE_MS = 600;
const NONE: readonly DocumentFault[] = [];

/** What is wrong with the document, as the server's validation has it; that of a moment ago while it is asked anew. */
export function useDocumentFaults(): readonly DocumentFault[] {
  const document = useEditor((state) => state.document);
  const [asked, setAsked] = useState(document);
  useEffect(() => {
    const timer = setTimeout(() => setAsked((before) => (onlyMoved(before, document) ? before : document)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [document]);
  const { data } = useQuery({
    queryKey: ['workflows', 'faults', asked],
    queryFn: async ({ signal }) => {
      const answer = await unwrap(
        api.POST('/api/v1/workflows/validate', { body: { document: asked } as never, signal }),
      );
      return { items: answer.items.map((fault) => ({ ...fault, message: told(fault.message) })) };
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    // The document is never changed in place: it is its own key.
    queryKeyHashFn: () => `workflows faults ${objectNumber(asked)}`,
    retry: false,
  });
  return data?.items ?? NONE;
}
