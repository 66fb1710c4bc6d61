import type { WorkflowNode } from '@orchestrator/workflow';
import { useTexts } from '../../texts/texts.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { patchNode } from '../document/nodes.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';

/** What people want to remember about a node. */
export function NotesTab({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const editor = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <Field label={panel.note} hint={panel.noteHint}>
      {(control) => (
        <TextArea
          {...control}
          rows={8}
          readOnly={readOnly}
          value={node.note ?? ''}
          onChange={({ target }) =>
            editor.getState().change((document) => patchNode(document, node.id, { note: target.value || undefined }), {
              merge: `note ${node.id}`,
            })
          }
        />
      )}
    </Field>
  );
}
