import type { WorkflowNode } from '@orchestrator/workflow';
import { useTexts } from '../../texts/texts.ts';
import { toast } from '../../ui/toast.tsx';
import { usePatch } from '../panel/open-node.ts';
import { useCurlImport } from './curl-store.ts';
import { isCurl } from './is-curl.ts';

/** Of a node that sends requests: takes a curl command that is pasted in the place of the URL. */
export function usePasteCurl(node: WorkflowNode): ((path: string, text: string) => boolean) | undefined {
  const { curl } = useTexts();
  const patch = usePatch(node.id);
  if (node.type !== 'httpRequest') return undefined;
  return (path, text) => {
    if (path !== 'url' || !isCurl(text)) return false;
    void import('./curl-import.ts').then(({ patchOf, plainCurl }) => {
      const plain = plainCurl(text);
      if (!plain) return useCurlImport.getState().open(node.id, text);
      patch(patchOf(node, plain.parameters));
      toast({ text: curl.taken });
    });
    return true;
  };
}
