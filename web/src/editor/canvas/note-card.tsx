import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '../../ui/class-names.ts';
import type { NoteNode } from './flow-model.ts';

/** A sticky note. */
export const NoteCard = memo(function NoteCard({ data: { note }, selected }: NodeProps<NoteNode>) {
  return (
    <div
      className={classNames(
        'h-full w-full overflow-hidden rounded-card border border-warn/40 bg-warn-soft p-3 whitespace-pre-wrap',
        selected && 'outline-2 outline-offset-2 outline-accent',
      )}
    >
      <NodeResizer isVisible={selected} minWidth={80} minHeight={48} />
      {note.text}
    </div>
  );
});
