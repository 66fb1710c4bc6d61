import type { WorkflowNode } from '@orchestrator/workflow';
import { useMemo } from 'react';
import type { Parameters } from '../../forms/declaration.ts';
import { ParameterForm } from '../../forms/parameter-form.tsx';
import { told } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useMaybeCanvasUiStore } from '../canvas/canvas-ui.ts';
import { CurlButton } from '../curl/curl-button.tsx';
import { usePasteCurl } from '../curl/use-paste-curl.ts';
import { JsonView } from '../data/json-view.tsx';
import { useEditor } from '../editor-store.ts';
import { useLooks, useNodeType } from '../node-types/looks.ts';
import type { NodeType } from '../node-types/node-types.queries.ts';
import { useNodeTypes } from '../node-types/node-types.queries.ts';
import { useDocumentFaults } from '../problems/document-faults.ts';
import { originalOf } from '../problems/node-problems.ts';
import { Warnings } from '../problems/warnings.tsx';
import { choosesType } from './credential-slots.ts';
import { NodeCredentials } from './node-credentials.tsx';
import { useNodeForm } from './node-form.ts';
import { usePatch } from './open-node.ts';
import { TriggerBox } from './triggers/trigger-box.tsx';

/** What is set of a node: its credentials and parameters, and what a trigger has besides. */
export function ParametersView({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const types = useNodeTypes();
  const type = useNodeType(node.type, node.version);
  const { trigger } = useLooks(node.id);
  const patch = usePatch(node.id);
  const form = useNodeForm(node);
  const pasteCurl = usePasteCurl(node);
  const parameters = useParameters(type, node);
  if (!types) return <Skeleton rows={4} height={52} />;
  if (!type || node.type === 'placeholder') return <UnknownNode node={node} />;
  const hasParameters = Object.keys(type.parameters).length > 0;
  return (
    <div className="flex flex-col gap-4">
      {node.disabled && (
        <div className="flex items-center justify-between gap-2 rounded-card bg-warn-soft px-3 py-2">
          <p>{panel.disabledText}</p>
          {!readOnly && <Button onClick={() => patch({ disabled: undefined })}>{panel.enable}</Button>}
        </div>
      )}
      <NodeWarnings name={node.name} />
      {trigger && <TriggerBox node={node} trigger={trigger} />}
      {pasteCurl && !readOnly && <CurlButton node={node} />}
      <NodeCredentials node={node} type={type} />
      {hasParameters ? (
        <ParameterForm
          parameters={parameters}
          values={node.parameters}
          onChange={(parameters) => patch({ parameters })}
          context={pasteCurl ? { ...form, onPaste: pasteCurl } : form}
        />
      ) : (
        !trigger && <p className="text-muted">{panel.noParameters}</p>
      )}
    </div>
  );
}

/** What validation warns of about this node. */
function NodeWarnings({ name }: { name: string }) {
  const faults = useDocumentFaults();
  return <Warnings of={faults.filter(({ node }) => node === name)} />;
}

/** The parameters of a type, without the one that picking a credential sets. */
function useParameters(type: NodeType | undefined, node: WorkflowNode): Parameters {
  const isPicked = type !== undefined && choosesType(type, node);
  return useMemo(() => {
    const { credentialType, ...others } = type?.parameters ?? {};
    return isPicked ? others : (type?.parameters ?? {});
  }, [type, isPicked]);
}

/** A node whose type is not there: what it was, why it does not run, and all that is kept of it. */
function UnknownNode({ node }: { node: WorkflowNode }) {
  const { panel, canvas } = useTexts();
  const ui = useMaybeCanvasUiStore();
  const readOnly = useEditor((state) => state.readOnly);
  const { type, why, parameters } = node.parameters;
  const original = node.type === 'placeholder' ? parameters : node.parameters;
  return (
    <div className="flex flex-col gap-3">
      <div className="rounded-card bg-warn-soft px-3 py-2">
        <p className="font-semibold">
          {node.type === 'placeholder' ? canvas.standsFor(originalOf(node)) : panel.unknownTitle}
        </p>
        <p className="mt-1">{panel.unknownText}</p>
        <p className="mt-1 font-mono text-sm break-all">{typeof type === 'string' ? type : node.type}</p>
        {typeof why === 'string' && <p className="mt-1 text-sm first-letter:uppercase">{told(why)}</p>}
        {ui && !readOnly && (
          <Button look="primary" className="mt-2.5 mb-1" onClick={() => ui.setState({ adding: { replace: node.id } })}>
            {canvas.replace}
          </Button>
        )}
      </div>
      <p className="font-medium">{panel.rawParameters}</p>
      <div className="overflow-auto rounded-card border border-line py-2">
        <JsonView plain items={[{ json: { parameters: original ?? {} } }]} />
      </div>
    </div>
  );
}
