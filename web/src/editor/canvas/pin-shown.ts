import type { Item } from '@orchestrator/workflow';
import { api, unwrap } from '../../api/client.ts';
import type { Texts } from '../../texts/texts.ts';
import { findNode } from '../document/lookup.ts';
import type { EditorStore } from '../editor-store.ts';
import { pinItems } from '../run/pin-items.ts';
import type { RunStore } from '../run/run-store.ts';

/** Pins what a node gave in the shown run; takes the pin away when it has one. @returns what there is to say about it */
export async function pinShown(
  editor: EditorStore,
  runs: RunStore,
  id: string,
  texts: Texts['canvas'],
): Promise<{ text: string; bad?: boolean }> {
  const { document } = editor.getState();
  if (document.pins?.[id]) {
    pinItems(editor, id, undefined);
    return { text: texts.unpinned };
  }
  const { shown } = runs.getState();
  const name = findNode(document, id)?.name ?? '';
  const run = shown?.nodes[name]?.findLast(({ status }) => status === 'success');
  if (!shown || !run) return { text: texts.nothingToPin, bad: true };
  const page = await unwrap(
    api.GET('/api/v1/executions/{id}/steps/{index}', {
      params: { path: { id: shown.executionId, index: run.index }, query: { side: 'out' } },
    }),
  ).catch(() => undefined);
  const first = page?.items.filter(({ port }) => port === 0).map(({ item }) => item as Item);
  if (!first || first.length === 0) return { text: texts.nothingToPin, bad: true };
  pinItems(editor, id, first);
  return { text: texts.pinnedNow(first.length) };
}
