import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { ExpressionContext } from '../../forms/form-context.ts';

export type Preview = components['schemas']['EvaluationView'];

/** The pause in typing after which the result is asked for. */
const PAUSE_MS = 150;
/** Items that are sent along; those behind the shown one rarely matter to it. */
const MOST_ITEMS = 100;

/** What an expression gives for the shown item, while it is typed. The one before stays until the next has come. */
export function usePreview(expression: string, context: ExpressionContext | undefined): Preview | undefined {
  const [asked, setAsked] = useState(expression);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(expression), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [expression]);
  const { data } = useQuery({
    queryKey: ['preview', asked, context],
    enabled: context !== undefined && asked.length > 1,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 30_000,
    queryFn: async ({ signal }) => {
      const { workflowId, executionId, node, items, itemIndex } = context as ExpressionContext;
      const body = {
        expression: asked,
        itemIndex: Math.min(itemIndex, Math.max(items.length - 1, 0)),
        ...(items.length > 0 ? { items: items.slice(0, Math.max(MOST_ITEMS, itemIndex + 1)) } : {}),
        ...(workflowId ? { workflowId } : {}),
        ...(executionId ? { executionId } : {}),
        ...(node ? { node } : {}),
      };
      return unwrap(api.POST('/api/v1/expressions/evaluate', { body, signal }));
    },
  });
  return asked.length > 1 ? data : undefined;
}
