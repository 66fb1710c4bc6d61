import type { WorkflowNode } from '@orchestrator/workflow';
import { Terminal } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { useCurlImport } from './curl-store.ts';

const CurlDialog = lazy(() => import('./curl-dialog.tsx'));

/** Opens the dialog that takes a curl command, and holds it while it is open. */
export function CurlButton({ node }: { node: WorkflowNode }) {
  const { curl } = useTexts();
  const isOpen = useCurlImport((state) => state.node === node.id);
  const { open, close } = useCurlImport.getState();
  return (
    <div className="-mb-2 flex justify-end">
      <Button look="quiet" icon={<Terminal size={14} />} onClick={() => open(node.id)}>
        {curl.open}
      </Button>
      {isOpen && (
        <Suspense>
          <CurlDialog node={node} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}
