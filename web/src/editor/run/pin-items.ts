import type { Item } from '@orchestrator/workflow';
import { pin } from '../document/pins.ts';
import type { EditorStore } from '../editor-store.ts';
import { choosePinned } from './run-data-store.ts';

/** Items that are pinned at most: they are part of the document, and more would make every save slow. */
const MOST_ITEMS = 200;

/** Pins items at a node, or takes its pin away; a trigger starts with what is pinned at it from then on. */
export function pinItems(editor: EditorStore, node: string, items: readonly Item[] | undefined): void {
  const { change, workflowId } = editor.getState();
  change((document) => pin(document, node, items && toPin(items)));
  choosePinned(workflowId, node);
}

/** Items as they are pinned: no more than that is for, and without what they were in their run. */
export const toPin = (items: readonly Item[]): Item[] =>
  items.slice(0, MOST_ITEMS).map(({ pairedItem: _, ...item }) => item);
