import type { Texts } from '../../texts/texts.ts';
import { group, groupAround, leaveGroups, ungroup, withMembers } from '../document/groups.ts';
import { findGroup } from '../document/lookup.ts';
import type { EditorStore } from '../editor-store.ts';
import type { CanvasContext } from './canvas-context.ts';

/** What can be done with groups of nodes. A group is selected together with its nodes. */
export class Grouping {
  constructor(
    private readonly canvas: CanvasContext,
    private readonly editor: EditorStore,
    private readonly texts: Texts['canvas'],
  ) {}

  /** The group that is selected as a whole. */
  get current(): string | undefined {
    const { document, selection } = this.canvas;
    return [...selection].findLast((id) => findGroup(document, id));
  }

  /** Puts the selected nodes into a group, or into the one that is selected with them. A new one is named at once. */
  group(): void {
    const { canvas } = this;
    if (canvas.readOnly) return;
    const made = group(canvas.document, canvas.selection, this.texts.newGroup);
    if (!made.id || made.document === canvas.document) return;
    const isNew = !findGroup(canvas.document, made.id);
    this.editor.getState().change(() => made.document);
    canvas.select([made.id]);
    if (isNew) canvas.ui.setState({ editing: made.id });
  }

  /** Takes the selected groups apart, and those that selected nodes are in. */
  ungroup(): void {
    const { document, selection, readOnly } = this.canvas;
    const groups = (document.groups ?? []).filter(
      (each) => selection.has(each.id) || each.nodes.some((node) => selection.has(node)),
    );
    if (readOnly || groups.length === 0) return;
    const ids = new Set(groups.map(({ id }) => id));
    this.editor.getState().change((now) => ungroup(now, ids));
    this.editor.getState().select([...selection].filter((id) => !ids.has(id)));
    this.canvas.say(this.texts.ungrouped(groups[0]?.name ?? ''));
  }

  /** Takes the selected nodes out of their groups. */
  leave(): void {
    const { selection } = this.canvas;
    this.editor.getState().change((now) => leaveGroups(now, selection));
  }

  /** Adds a group with its nodes to the selection, or takes it out of it. */
  toggle(id: string): void {
    const { document, selection } = this.canvas;
    const all = withMembers(document, [id]);
    const gone = selection.has(id) ? new Set(all) : undefined;
    this.canvas.select(gone ? [...selection].filter((each) => !gone.has(each)) : [...selection, ...all]);
  }

  /** Selects the group around the current node; the next group when one is selected, the first when nothing is. */
  selectAround(): void {
    const { canvas, current } = this;
    const { groups = [] } = canvas.document;
    const around = canvas.current ? groupAround(canvas.document, canvas.current) : undefined;
    const next = current
      ? groups[(groups.findIndex(({ id }) => id === current) + 1) % groups.length]
      : (around ?? (canvas.current ? undefined : groups[0]));
    if (next) canvas.select([next.id], { show: true });
    else canvas.say(this.texts.noGroup);
  }
}
