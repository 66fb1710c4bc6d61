import { useQuery } from '@tanstack/react-query';
import type { Template } from '../../api/answers/templates.ts';
import { authorisedFetch } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';

/** All templates. A server that has no such list has none. */
export const useTemplates = () =>
  useQuery({
    queryKey: ['templates'],
    queryFn: async ({ signal }): Promise<readonly Template[]> => {
      const answer = await authorisedFetch(new Request(new URL('/api/v1/templates', location.origin), { signal }));
      if (answer.status === 404) return [];
      const body = await answer.json();
      if (!answer.ok) throw new ApiProblem(answer.status, body);
      return body.items;
    },
    staleTime: 5 * 60_000,
  });
