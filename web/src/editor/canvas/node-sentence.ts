import type { WorkflowDocument } from '@orchestrator/workflow';
import { useCallback, useSyncExternalStore } from 'react';
import { type Texts, useTexts } from '../../texts/texts.ts';
import { groupAround } from '../document/groups.ts';
import { findGroup, findNode } from '../document/lookup.ts';
import { useEditorStore } from '../editor-store.ts';
import { type LooksState, useLooksStore } from '../node-types/looks.ts';
import { isOutdated, type RunState, useRunStore } from '../run/run-store.ts';
import { itemsOut, stateOf } from './node-state.ts';

/** A node in words, for those who hear the canvas: "Large order?, If, 2 outputs, succeeded, 3 items". */
export function nodeSentence(
  document: WorkflowDocument,
  id: string,
  { looks, types, problems }: LooksState,
  { shown, outdated }: Pick<RunState, 'shown' | 'outdated'>,
  texts: Texts['canvas'],
): string {
  const node = findNode(document, id);
  if (!node) return '';
  const runs = shown?.nodes[node.name] ?? [];
  const outputs = looks[id]?.outputs.filter(({ kind }) => kind === 'main').length ?? 0;
  const state = stateOf(runs);
  const group = groupAround(document, id);
  const items = runs.at(-1)?.itemCounts.reduce((sum, count) => sum + count, 0);
  return [
    node.name,
    types?.find(node.type, node.version)?.label ?? texts.unknownType,
    outputs === 1 ? undefined : texts.outputs(outputs),
    looks[id]?.subtitle || undefined,
    node.disabled ? texts.disabled : undefined,
    ...(problems[id] ?? []),
    document.pins?.[id] ? texts.pinned : undefined,
    group && texts.inGroup(group.name),
    state === 'none' ? undefined : texts.states[state],
    isOutdated({ shown, outdated }, node.name) && !document.pins?.[id] ? texts.outdated : undefined,
    itemsOut(runs, 0) === undefined || items === undefined ? undefined : texts.items(items),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A group in words: "Group Payment, 3 nodes: Ask, Wait, Book"; nothing for what is none. */
export function groupSentence(document: WorkflowDocument, id: string, texts: Texts['canvas']): string | undefined {
  const group = findGroup(document, id);
  if (!group) return undefined;
  const names = group.nodes.flatMap((node) => findNode(document, node)?.name ?? []);
  return [texts.groupSentence(group.name, names.length, names.join(', ')), group.description]
    .filter(Boolean)
    .join('. ');
}

/** The sentence of one node, as it stands now. Its card is drawn again only when the words differ. */
export function useNodeSentence(id: string): string {
  const { canvas } = useTexts();
  const editor = useEditorStore();
  const looks = useLooksStore();
  const runs = useRunStore();
  const follow = useCallback(
    (changed: () => void) => {
      const stops = [editor, looks, runs].map((store) => store.subscribe(changed));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [editor, looks, runs],
  );
  // One subscription for the three: each would make the words once more for every card that comes into view.
  return useSyncExternalStore(follow, () =>
    nodeSentence(editor.getState().document, id, looks.getState(), runs.getState(), canvas),
  );
}
