import type { WorkflowNode } from '@orchestrator/workflow';
import { useTexts } from '../../texts/texts.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { useEditor } from '../editor-store.ts';
import { usePatch } from './open-node.ts';

/** What people say about a node. */
export function NoteView({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const patch = usePatch(node.id);
  return (
    <Field label={panel.note} hint={panel.noteHint}>
      {(control) => (
        <TextArea
          {...control}
          rows={8}
          value={node.note ?? ''}
          readOnly={readOnly}
          onChange={({ target }) => patch({ note: target.value || undefined })}
        />
      )}
    </Field>
  );
}
