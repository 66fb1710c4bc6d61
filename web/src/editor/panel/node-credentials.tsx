import type { WorkflowNode } from '@orchestrator/workflow';
import { CredentialPicker } from '../../forms/credential-picker.tsx';
import { useEditor } from '../editor-store.ts';
import type { NodeType } from '../node-types/node-types.queries.ts';
import { usedCredentials } from '../node-types/used-credentials.ts';
import { usePatch } from './open-node.ts';

/** The credentials that a node needs as it is set, each picked or made in place. */
export function NodeCredentials({ node, type: declared }: { node: WorkflowNode; type: NodeType }) {
  const readOnly = useEditor((state) => state.readOnly);
  const patch = usePatch(node.id);
  return usedCredentials(node, declared).map(({ type, required }) => (
    <CredentialPicker
      key={type}
      type={type}
      required={required === true}
      value={node.credentials?.[type]}
      readOnly={readOnly}
      onChange={(picked) => {
        const { [type]: _before, ...others } = node.credentials ?? {};
        const next = picked ? { ...others, [type]: picked } : others;
        patch({ credentials: Object.keys(next).length > 0 ? next : undefined });
      }}
    />
  ));
}
