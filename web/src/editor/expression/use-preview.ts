import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import type { ExpressionContext } from '../../forms/form-context.ts';
import { evaluateLocally } from './evaluate-locally.ts';
import { objectNumber } from './object-number.ts';

export type Preview = components['schemas']['EvaluationView'];

/** The pause in typing after which the server is asked. */
const PAUSE_MS = 150;
/** Items that are sent along; those behind the shown one rarely matter to it. */
const MOST_ITEMS = 100;
/** Before anything has run: what needs no data can be seen all the same. */
const NO_DATA = [{ json: {} }];

/**
 * What an expression gives for the shown item, while it is typed: worked out here where that can be, else by the server,
 * which also says what would mend it. The result before stays until the next has come.
 */
export function usePreview(expression: string, context: ExpressionContext | undefined): Preview | undefined {
  const local = useLocal(expression, context);
  const [asked, setAsked] = useState(expression);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(expression), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [expression]);
  // A text around a part that gives nothing is a value too: the server tells which part it is.
  const settled = local?.kind === 'value' && typeof local.result !== 'string';
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['preview', asked, context],
    queryKeyHashFn: () => `preview ${context && objectNumber(context)} ${asked}`,
    enabled: context !== undefined && asked.length > 1 && !settled,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 30_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const { workflowId, executionId, node, items, itemIndex, unsaved } = context as ExpressionContext;
      const document = unsaved?.();
      const body = {
        expression: asked,
        itemIndex: Math.min(itemIndex, Math.max(items.length - 1, 0)),
        items: items.length > 0 ? items.slice(0, Math.max(MOST_ITEMS, itemIndex + 1)) : NO_DATA,
        ...(document ? { document } : workflowId ? { workflowId } : {}),
        ...(executionId ? { executionId } : {}),
        ...(node ? { node } : {}),
      };
      return unwrap(api.POST('/api/v1/expressions/evaluate', { body, signal }));
    },
  });
  if (expression.length < 2) return undefined;
  if (settled) return local;
  // While the server has not answered for this text yet, what was worked out here is newer.
  if (local?.kind === 'value' && asked !== expression) return local;
  // What would mend it is counted in letters of the text that was asked about, and is offered for that text alone.
  return data && (asked !== expression || isPlaceholderData) ? { ...data, hints: [] } : data;
}

/** What the browser itself makes of a text. */
function useLocal(expression: string, context: ExpressionContext | undefined): Preview | undefined {
  const [found, setFound] = useState<{ expression: string; context: ExpressionContext; preview?: Preview }>();
  useEffect(() => {
    if (!context || expression.length < 2) return undefined;
    let over = false;
    void evaluateLocally(expression, context).then((result) => {
      if (!over) setFound({ expression, context, preview: result && { ...result, hints: [] } });
    });
    return () => {
      over = true;
    };
  }, [expression, context]);
  return found?.expression === expression && found.context === context ? found.preview : undefined;
}
