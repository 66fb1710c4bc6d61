import type { NodeProps } from '@xyflow/react';
import { memo, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { type Color, colorOf } from '../document/colors.ts';
import { patchGroup, TITLE_HEIGHT } from '../document/groups.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { useCanvasUi, useCanvasUiStore } from './canvas-ui.ts';
import { useCommands } from './commands.ts';
import type { GroupNode } from './flow-model.ts';
import { focusCanvas } from './focus-canvas.ts';
import { groupSentence } from './node-sentence.ts';

const FRAMES: Record<Color, string> = {
  amber: 'bg-warn/5 border-warn/50',
  blue: 'bg-run/5 border-run/50',
  violet: 'bg-flow/5 border-flow/50',
  green: 'bg-ok/5 border-ok/50',
  red: 'bg-bad/5 border-bad/50',
  grey: 'bg-code/5 border-control/60',
};

/** A group of nodes: a frame behind them, with its name. The name takes the pointer: it selects, moves and renames the group. */
export const GroupFrame = memo(function GroupFrame({ id, data: { group }, selected }: NodeProps<GroupNode>) {
  const { canvas } = useTexts();
  const commands = useCommands();
  const ui = useCanvasUiStore();
  const readOnly = useEditor((state) => state.readOnly);
  const editing = useCanvasUi((state) => state.editing === id);
  const sentence = useEditor(({ document }) => groupSentence(document, id, canvas));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be laid out as one
    <div
      id={`node-${id}`}
      role="group"
      aria-label={sentence}
      className={classNames(
        'h-full w-full rounded-sheet border',
        FRAMES[colorOf(group.color, 'grey')],
        selected && 'outline-2 outline-offset-2 outline-accent',
      )}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the canvas has keys for all of it */}
      <div
        title={group.description}
        style={{ height: TITLE_HEIGHT }}
        className={classNames(
          'group-title pointer-events-auto flex items-center gap-2 rounded-t-sheet px-3',
          readOnly ? 'cursor-default' : 'cursor-move',
        )}
        onPointerDown={({ button, ctrlKey, metaKey, shiftKey }) => {
          if (button !== 0 || editing) return;
          if (ctrlKey || metaKey || shiftKey) commands.grouping.toggle(id);
          else if (!commands.selection.has(id)) commands.select([id]);
        }}
        onDoubleClick={() => !readOnly && ui.setState({ editing: id })}
      >
        {editing ? (
          <GroupName id={id} name={group.name} />
        ) : (
          <span className="truncate font-semibold">{group.name || canvas.newGroup}</span>
        )}
      </div>
    </div>
  );
});

/** A group's name while it is changed: Enter takes it, Esc leaves it as it was. */
function GroupName({ id, name }: { id: string; name: string }) {
  const { canvas } = useTexts();
  const editor = useEditorStore();
  const ui = useCanvasUiStore();
  const [typed, setTyped] = useState(name);
  const close = () => ui.setState({ editing: undefined });
  const save = () => {
    const next = typed.trim();
    if (next) editor.getState().change((document) => patchGroup(document, id, { name: next }));
    close();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the name is what was asked for
      autoFocus
      aria-label={canvas.groupName}
      maxLength={200}
      value={typed}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        if (event.key === 'Enter') save();
        else close();
        requestAnimationFrame(focusCanvas);
      }}
      className="nodrag nopan w-full min-w-0 rounded-sm bg-sunken px-1 font-semibold outline-1 outline-accent"
    />
  );
}
