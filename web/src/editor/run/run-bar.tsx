import { Play, Plus, Square } from 'lucide-react';
import { useMemo } from 'react';
import { usePaletteActions } from '../../app/palette/palette-actions.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { SplitButton } from '../../ui/split-button.tsx';
import { useCommands } from '../canvas/commands.ts';
import { useEditor } from '../editor-store.ts';
import { useNodeTypes } from '../node-types/node-types.queries.ts';
import { useEndOfFollowing, useRunActions } from './run-actions.ts';
import { startingTrigger } from './run-data.ts';
import { RunDataMenu } from './run-data-menu.tsx';
import { chooseTrigger, useRunDataChoices } from './run-data-store.ts';
import { isOver } from './run-events.ts';
import { useRun } from './run-store.ts';
import { useRunKeys } from './use-run-keys.ts';

/** Runs the workflow: at the lower edge of the canvas. */
export function RunBar() {
  const { run: texts } = useTexts();
  const actions = useRunActions();
  const commands = useCommands();
  useEndOfFollowing();
  const readOnly = useEditor((state) => state.readOnly);
  const nodes = useEditor(({ document }) => document.nodes);
  const selection = useEditor((state) => state.selection);
  const types = useNodeTypes();
  const workflowId = useEditor((state) => state.workflowId);
  const { trigger: chosen } = useRunDataChoices(workflowId);
  const running = useRun(({ shown }) => shown !== undefined && !isOver(shown));
  const stopping = useRun((state) => running && state.stopping === state.shown?.executionId);
  const triggers = useMemo(
    () => nodes.filter((node) => !node.disabled && types?.find(node.type, node.version)?.kind === 'trigger'),
    [nodes, types],
  );
  const selected = selection.size === 1 ? nodes.find(({ id }) => selection.has(id)) : undefined;
  const trigger = startingTrigger(triggers, selected?.id, chosen);
  useRunKeys(actions, { trigger, selected }, !readOnly && !running);
  usePaletteActions(
    readOnly
      ? []
      : [
          {
            id: 'run',
            label: trigger ? texts.runFrom(trigger.name) : texts.noTrigger,
            keys: 'Ctrl Shift ↵',
            disabled: !trigger || running,
            run: () => void actions.runAll(trigger?.name),
          },
          { id: 'stop', label: texts.stop, disabled: !running, run: () => void actions.stop() },
        ],
  );
  if (readOnly) return null;
  const more = [
    ...triggers.map((each) => ({
      label: texts.runFrom(each.name),
      checked: each.id === trigger?.id,
      run: () => {
        chooseTrigger(workflowId, each.id);
        void actions.runAll(each.name);
      },
    })),
    ...(selected
      ? [
          null,
          { label: texts.runToHere, keys: 'Ctrl ↵', run: () => void actions.runTo(selected.name) },
          ...(selected.id === trigger?.id
            ? []
            : [{ label: texts.runFromHere, run: () => void actions.runFrom(selected.name) }]),
        ]
      : []),
  ];
  return (
    <div
      data-tour="run"
      className="flex max-w-full gap-1.5 rounded-sheet border border-line bg-surface p-1.5 shadow-card"
    >
      <SplitButton
        icon={<Play size={14} />}
        busy={running}
        disabled={!trigger}
        title="Ctrl Shift ↵"
        onClick={() => void actions.runAll(trigger?.name)}
        more={more.length > 1 ? more : []}
        moreLabel={texts.chooseTrigger}
      >
        <span className="truncate">
          {running ? texts.running : trigger ? texts.runFrom(trigger.name) : texts.noTrigger}
        </span>
      </SplitButton>
      {trigger && <RunDataMenu trigger={trigger} />}
      {running && (
        <Button icon={<Square size={12} />} busy={stopping} onClick={() => void actions.stop()}>
          {stopping ? texts.stopping : texts.stop}
        </Button>
      )}
      <Button look="quiet" icon={<Plus size={14} />} onClick={() => commands.openAdd()} className="max-phone:hidden">
        {texts.addNode}
        <kbd className="rounded border border-line-strong bg-sunken px-1 font-mono text-xs">N</kbd>
      </Button>
    </div>
  );
}
