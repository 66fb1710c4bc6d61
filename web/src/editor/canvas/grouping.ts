import type { Texts } from '../../texts/texts.ts';
import { group, groupAround, leaveGroups, ungroup, withMembers } from '../document/groups.ts';
import { findGroup } from '../document/lookup.ts';
import type { EditorStore } from '../editor-store.ts';
import type { Commands } from './commands.ts';

/** What can be done with groups of nodes. A group is selected together with its nodes. */
export class Grouping {
  constructor(
    private readonly commands: Commands,
    private readonly editor: EditorStore,
    private readonly texts: Texts['canvas'],
  ) {}

  /** The group that is selected as a whole. */
  get current(): string | undefined {
    const { document, selection } = this.commands;
    return [...selection].findLast((id) => findGroup(document, id));
  }

  /** Puts the selected nodes into a group, or into the one that is selected with them. A new one is named at once. */
  group(): void {
    const { commands } = this;
    if (commands.readOnly) return;
    const made = group(commands.document, commands.selection, this.texts.newGroup);
    if (!made.id || made.document === commands.document) return;
    const isNew = !findGroup(commands.document, made.id);
    this.editor.getState().change(() => made.document);
    commands.select([made.id]);
    if (isNew) commands.ui.setState({ editing: made.id });
  }

  /** Takes the selected groups apart, and those that selected nodes are in. */
  ungroup(): void {
    const { document, selection, readOnly } = this.commands;
    const groups = (document.groups ?? []).filter(
      (each) => selection.has(each.id) || each.nodes.some((node) => selection.has(node)),
    );
    if (readOnly || groups.length === 0) return;
    const ids = new Set(groups.map(({ id }) => id));
    this.editor.getState().change((now) => ungroup(now, ids));
    this.editor.getState().select([...selection].filter((id) => !ids.has(id)));
    this.commands.say(this.texts.ungrouped(groups[0]?.name ?? ''));
  }

  /** Takes the selected nodes out of their groups. */
  leave(): void {
    const { selection } = this.commands;
    this.editor.getState().change((now) => leaveGroups(now, selection));
  }

  /** Adds a group with its nodes to the selection, or takes it out of it. */
  toggle(id: string): void {
    const { document, selection } = this.commands;
    const all = withMembers(document, [id]);
    const gone = selection.has(id) ? new Set(all) : undefined;
    this.commands.select(gone ? [...selection].filter((each) => !gone.has(each)) : [...selection, ...all]);
  }

  /** Selects the group around the current node; the next group when one is selected, the first when nothing is. */
  selectAround(): void {
    const { commands, current } = this;
    const { groups = [] } = commands.document;
    const around = commands.current ? groupAround(commands.document, commands.current) : undefined;
    const next = current
      ? groups[(groups.findIndex(({ id }) => id === current) + 1) % groups.length]
      : (around ?? (commands.current ? undefined : groups[0]));
    if (next) commands.select([next.id], { show: true });
    else commands.say(this.texts.noGroup);
  }
}
