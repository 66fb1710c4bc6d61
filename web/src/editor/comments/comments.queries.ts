import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { toastFault } from '../../ui/toast.tsx';

export type CommentThread = components['schemas']['CommentThread'];
export type CommentView = components['schemas']['CommentView'];

/** The threads of a workflow that are open, or those that are resolved; newest first. */
export const threadsQuery = (id: string, resolved: boolean) =>
  infiniteQueryOptions({
    queryKey: ['comments', id, 'threads', resolved],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/workflows/{id}/comments', {
          params: { path: { id }, query: { resolved, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** How many threads are open, by node. */
export const countsQuery = (id: string) =>
  queryOptions({
    queryKey: ['comments', id, 'counts'],
    queryFn: () => unwrap(api.GET('/api/v1/workflows/{id}/comments/counts', { params: { path: { id } } })),
  });

type Change =
  | { what: 'add'; text: string; nodeId?: string; parentId?: string }
  | { what: 'edit'; commentId: string; text: string }
  | { what: 'delete' | 'resolve' | 'reopen'; commentId: string };

function send(id: string, change: Change): Promise<unknown> {
  if (change.what === 'add') {
    const { what, ...body } = change;
    return unwrap(api.POST('/api/v1/workflows/{id}/comments', { params: { path: { id } }, body }));
  }
  const params = { path: { id, commentId: change.commentId } };
  switch (change.what) {
    case 'edit':
      return unwrap(api.PATCH('/api/v1/workflows/{id}/comments/{commentId}', { params, body: { text: change.text } }));
    case 'delete':
      return unwrap(api.DELETE('/api/v1/workflows/{id}/comments/{commentId}', { params }));
    case 'resolve':
      return unwrap(api.POST('/api/v1/workflows/{id}/comments/{commentId}/resolve', { params }));
    case 'reopen':
      return unwrap(api.POST('/api/v1/workflows/{id}/comments/{commentId}/reopen', { params }));
  }
}

/** Changes the comments of a workflow; its lists are read again, also where the server refused. */
export function useCommentChange(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => send(id, change),
    onError: toastFault,
    onSettled: () => queries.invalidateQueries({ queryKey: ['comments', id] }),
  });
}
