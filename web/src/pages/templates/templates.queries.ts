import type { WorkflowDocument } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useWords } from '../../texts/texts.ts';

/** A workflow to start from. The generated types have a position as any list of numbers; in a document it is a pair. */
export type Template = Omit<components['schemas']['TemplateView'], 'document'> & { document: WorkflowDocument };

/** All templates, in the language of the app. They don't change while the server runs. */
export const useTemplates = () =>
  useQuery({
    queryKey: ['templates', useWords().language],
    queryFn: async ({ signal }): Promise<readonly Template[]> =>
      (await unwrap(api.GET('/api/v1/templates', { signal }))).items as unknown as readonly Template[],
    staleTime: Number.POSITIVE_INFINITY,
  });
