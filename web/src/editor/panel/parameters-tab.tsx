import type { JsonObject, WorkflowNode } from '@orchestrator/workflow';
import { useMemo, useState } from 'react';
import { CredentialPicker } from '../../forms/credential-picker.tsx';
import { isShown, parameterValue } from '../../forms/declaration.ts';
import type { ExpressionContext } from '../../forms/form-context.ts';
import { ParameterForm } from '../../forms/parameter-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { nodesBefore, useNodeInput } from '../data/node-data.ts';
import { patchNode, toggleDisabled } from '../document/nodes.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import type { NodeType } from '../node-types/node-types.queries.ts';
import { useRun } from '../run/run-store.ts';
import { TriggerFacts } from './trigger-facts.tsx';

/** What a node does: its credentials and its parameters. */
export function ParametersTab({
  node,
  declared,
  itemIndex = 0,
}: {
  node: WorkflowNode;
  declared: NodeType | undefined;
  itemIndex?: number;
}) {
  const { panel } = useTexts();
  const editor = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const expressions = useExpressionContext(node, itemIndex);
  const values = node.parameters as JsonObject;
  const change = (patch: Parameters<typeof patchNode>[2], key: string) =>
    editor.getState().change((document) => patchNode(document, node.id, patch), { merge: `${key} ${node.id}` });
  if (!declared || node.type === 'placeholder') return <UnknownNode node={node} />;
  const credentials = declared.credentials.filter(({ show }) =>
    isShown({ kind: 'string', label: '', show }, (name) =>
      parameterValue(values, name.replace(/^\//, ''), declared.parameters),
    ),
  );
  return (
    <div className="flex flex-col gap-4">
      {node.disabled && (
        <div className="flex items-center justify-between gap-2 rounded-control bg-sunken px-3 py-2">
          {panel.disabledText}
          {!readOnly && (
            <Button onClick={() => editor.getState().change((document) => toggleDisabled(document, [node.id]))}>
              {panel.enable}
            </Button>
          )}
        </div>
      )}
      <TriggerFacts node={node} declared={declared} />
      {credentials.map(({ type, required }) => (
        <CredentialPicker
          key={type}
          type={type}
          required={required === true}
          value={node.credentials?.[type]}
          readOnly={readOnly}
          onChange={(picked) => {
            const { [type]: _before, ...others } = node.credentials ?? {};
            const next = picked ? { ...others, [type]: picked } : others;
            change({ credentials: Object.keys(next).length > 0 ? next : undefined }, 'credentials');
          }}
        />
      ))}
      {Object.keys(declared.parameters).length === 0 && credentials.length === 0 && (
        <p className="text-muted">{panel.noParameters}</p>
      )}
      <ParameterForm
        key={node.id}
        parameters={declared.parameters}
        values={values}
        onChange={(parameters) => change({ parameters }, 'parameters')}
        context={{
          readOnly,
          expressions,
          node: {
            type: node.type,
            version: node.version,
            name: node.name,
            credentials: (node.credentials ?? {}) as JsonObject,
          },
        }}
      />
    </div>
  );
}

function useExpressionContext(node: WorkflowNode, itemIndex: number): ExpressionContext {
  const workflowId = useEditor((state) => state.workflowId);
  const document = useEditor((state) => state.document);
  const executionId = useRun(({ shown }) => shown?.executionId);
  const { items } = useNodeInput(node);
  return useMemo(
    () => ({
      workflowId,
      executionId,
      node: node.name,
      items,
      itemIndex,
      nodeNames: nodesBefore(document, node.id).map(({ name }) => name),
    }),
    [workflowId, executionId, node.name, node.id, items, itemIndex, document],
  );
}

/** A node whose type nobody here knows: what it is, and its parameters as they came. */
function UnknownNode({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <div className="rounded-control bg-warn-soft px-3 py-2">
        <p className="font-medium">{panel.unknownTitle}</p>
        <p className="mt-1 text-sm">{panel.unknownText}</p>
      </div>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        JSON
      </Button>
      {open && (
        <pre className="overflow-auto rounded-control bg-sunken p-3 font-mono text-sm whitespace-pre-wrap">
          {JSON.stringify({ type: node.type, parameters: node.parameters }, null, 2)}
        </pre>
      )}
    </div>
  );
}
