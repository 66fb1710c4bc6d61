import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, unwrap } from '../api/client.ts';
import { inTurn } from '../api/plain-http.ts';
import { ApiProblem } from '../api/problem.ts';
import { type ListSearch, queryOf } from './list-search.ts';
import type { ViewList } from './views.queries.ts';

const keyOf = (list: ViewList) => `views.${list}`;

/** A view as browsers kept it before the server did. */
interface KeptView {
  name: string;
  search: ListSearch;
}

function keptViews(list: ViewList): readonly KeptView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(list)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each?.name === 'string' && each.search) : [];
  } catch {
    return [];
  }
}

/** Views that this browser kept by itself go to the server once; what it does not take is there to be tried again. */
async function carryOver(list: ViewList): Promise<number> {
  const views = keptViews(list);
  const left: KeptView[] = [];
  for (const view of views) {
    const body = { list, name: view.name.trim().slice(0, 100), query: queryOf(view.search), shared: false };
    try {
      await unwrap(api.POST('/api/v1/views', { body }));
    } catch (fault) {
      const isThere = fault instanceof ApiProblem && fault.code === 'view.name_taken';
      if (!isThere) left.push(view);
    }
  }
  if (left.length > 0) localStorage.setItem(keyOf(list), JSON.stringify(left));
  else localStorage.removeItem(keyOf(list));
  return views.length - left.length;
}

/** Brings this browser's own views of a list to the server, as the list is opened. */
export function useCarryOver(list: ViewList): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (keptViews(list).length === 0) return;
    // Tabs take turns: the second finds nothing left to bring.
    void inTurn(keyOf(list), async () => {
      if ((await carryOver(list)) > 0) await queries.invalidateQueries({ queryKey: ['views', list] });
    });
  }, [list, queries]);
}
