import type { IsCode } from '@orchestrator/workflow';
import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import type { Texts } from '../../texts/texts.ts';
import { useTexts } from '../../texts/texts.ts';
import { toast } from '../../ui/toast.tsx';
import { type CommentsUiStore, useMaybeCommentsUi } from '../comments/comments-ui.ts';
import { awaitingAnswer } from '../document/answering.ts';
import type { Color } from '../document/colors.ts';
import { duplicate } from '../document/fragment.ts';
import { patchGroup, withMembers } from '../document/groups.ts';
import { findGroup, findNode } from '../document/lookup.ts';
import { type Point, remove, toggleDisabled } from '../document/nodes.ts';
import { addNote, patchNote } from '../document/notes.ts';
import { type Direction, firstOf, step } from '../document/walk.ts';
import { type EditorStore, useEditorStore } from '../editor-store.ts';
import { isCodeOf } from '../node-types/is-code.ts';
import { type LooksStore, useLooksStore } from '../node-types/looks.ts';
import type { NodeType } from '../node-types/node-types.queries.ts';
import { type RunStore, useRunStore } from '../run/run-store.ts';
import { placeNode } from './add-node/add-node.ts';
import type { Entry } from './add-node/entries.ts';
import { Arranging } from './arranging.ts';
import type { CanvasContext } from './canvas-context.ts';
import { type AddPlace, type CanvasUiStore, useCanvasUiStore } from './canvas-ui.ts';
import { CanvasView } from './canvas-view.ts';
import { drawnGeometry } from './drawn-geometry.ts';
import { Grouping } from './grouping.ts';
import { joinedPorts } from './joined-ports.ts';
import { keepMapChoice } from './minimap/minimap-choice.ts';
import { groupSentence, nodeSentence } from './node-sentence.ts';
import { pinShown } from './pin-shown.ts';
import { Replacing } from './replacing.ts';

/** What can be done with a canvas: by keys, menus and buttons alike. Everything that changes the document can be undone. */
export class Commands implements CanvasContext {
  readonly view: CanvasView;
  readonly arranging: Arranging;
  readonly grouping: Grouping;
  readonly replacing: Replacing;

  constructor(
    private readonly editor: EditorStore,
    private readonly looks: LooksStore,
    private readonly runs: RunStore,
    readonly ui: CanvasUiStore,
    flow: ReturnType<typeof useReactFlow>,
    private readonly texts: Texts['canvas'],
    /** Missing where nothing can be said. */
    readonly comments: CommentsUiStore | undefined,
  ) {
    this.view = new CanvasView(
      flow,
      () => this.document,
      this.geometry,
      () => ui.getState().minimap,
    );
    this.arranging = new Arranging(this, editor, texts.tidied);
    this.grouping = new Grouping(this, editor, texts);
    this.replacing = new Replacing(this, editor, looks, texts);
  }

  get document() {
    return this.editor.getState().document;
  }

  get selection(): ReadonlySet<string> {
    return this.editor.getState().selection;
  }

  get isCode(): IsCode {
    return isCodeOf(this.looks.getState().types);
  }

  /** The first version of a type of node, once the types have come. */
  typeOf(type: string): NodeType | undefined {
    return this.looks.getState().types?.find(type, 1);
  }

  get readOnly(): boolean {
    return this.editor.getState().readOnly;
  }

  /** The node that keys are about: the one selected last. */
  get current(): string | undefined {
    return [...this.selection].findLast((id) => findNode(this.document, id));
  }

  readonly geometry = (id: string) => drawnGeometry(this.document, this.looks.getState().looks, id);

  /** Tells screen readers what happened. */
  say(text: string): void {
    // The same text twice has to differ to be read again.
    this.ui.setState(({ said }) => ({ said: said === text ? `${text}\u00a0` : text }));
  }

  /** Selects nodes, notes and edges; groups with the nodes in them. @param options `show`: brings them into view */
  select(ids: Iterable<string>, options: { show?: boolean } = {}): void {
    this.editor.getState().select(withMembers(this.document, ids));
    if (options.show) this.view.show(this.selection);
    const id = this.grouping.current ?? this.current;
    if (id) this.say(this.sentence(id));
  }

  /** A node or group in words. */
  sentence(id: string): string {
    const { document } = this;
    return (
      groupSentence(document, id, this.texts) ??
      nodeSentence(document, id, this.looks.getState(), this.runs.getState(), this.texts)
    );
  }

  /** What is selected, in words: the one node or group, or how many there are. */
  sentenceOfSelection(): string {
    const id = this.grouping.current ?? (this.selection.size === 1 ? this.current : undefined);
    return id ? this.sentence(id) : this.texts.selected(this.selection.size);
  }

  selectAll(): void {
    const { nodes, notes = [] } = this.document;
    this.editor.getState().select([...notes, ...nodes].map(({ id }) => id));
    this.say(this.texts.selected(nodes.length + notes.length));
  }

  /** Moves the selection along the edges. */
  walk(direction: Direction): void {
    const next = step(this.document, this.current, direction, this.geometry);
    if (next) this.select([next], { show: true });
  }

  /** Opens the search for a node: behind the current one, or into the selected edge. */
  openAdd(): void {
    if (this.readOnly) return;
    const edge = [...this.selection].find((id) => id.includes('|'));
    if (edge) {
      this.ui.setState({ adding: { edge } });
      return;
    }
    const id = this.current;
    const ports = id ? this.geometry(id).ports.filter(({ place }) => place === 'right') : [];
    const joined = id ? joinedPorts(this.document.edges, id) : '';
    const port = ports.find((each) => !joined.includes(`${each.id} `)) ?? ports[0];
    this.ui.setState({ adding: id && port ? { node: id, port: port.id } : {} });
  }

  add(entry: Pick<Entry, 'type' | 'parameters'>, place: AddPlace): void {
    const made = placeNode(this.document, entry, place, this.geometry, this.view.middle());
    this.editor.getState().change(() => awaitingAnswer(made.document, made.id));
    this.select([made.id], { show: true });
    this.say(this.texts.added(findNode(this.document, made.id)?.name ?? ''));
  }

  addNote(at: Point = this.view.middle()): void {
    if (this.readOnly) return;
    const made = addNote(this.document, at);
    this.editor.getState().change(() => made.document);
    this.editor.getState().select([made.id]);
    this.ui.setState({ editing: made.id });
  }

  /** Gives a note or a group a colour. */
  paint(id: string, color: Color): void {
    this.editor.getState().change((document) => patchGroup(patchNote(document, id, { color }), id, { color }));
  }

  /** @param options `reconnect`: joins what was before and behind the nodes */
  remove(options: { reconnect?: boolean } = {}): void {
    const { selection } = this;
    if (this.readOnly || selection.size === 0) return;
    const next = step(this.document, this.current, 'left', this.geometry);
    const count = [...selection].filter((id) => id !== this.grouping.current).length;
    this.editor.getState().change((document) => remove(document, selection, options));
    this.editor.getState().select(next && findNode(this.document, next) ? [next] : []);
    this.say(this.texts.removed(count));
  }

  duplicate(): void {
    if (this.readOnly) return;
    const made = duplicate(this.document, this.selection, this.isCode);
    if (made.ids.length === 0) return;
    this.editor.getState().change(() => made.document);
    this.editor.getState().select(made.ids);
    this.say(this.texts.duplicated(made.ids.length));
  }

  toggleDisabled(): void {
    this.editor.getState().change((document) => toggleDisabled(document, this.selection));
    const id = this.current;
    if (id) this.say(this.sentence(id));
  }

  /** Pins what the current node gave in the shown run, or takes its pin away. */
  async togglePin(): Promise<void> {
    const id = this.current;
    if (!id || this.readOnly) return;
    const said = await pinShown(this.editor, this.runs, id, this.texts);
    this.say(said.text);
    if (said.bad) toast({ text: said.text });
  }

  rename(): void {
    const id = [...this.selection].at(-1);
    if (id && !this.readOnly) this.ui.setState({ editing: id });
  }

  open(): void {
    const id = this.current;
    const group = this.grouping.current;
    // Into the group: its first node.
    if (group) this.select(findGroup(this.document, group)?.nodes.slice(0, 1) ?? [], { show: true });
    else if (id) this.editor.getState().openNode(id);
    else {
      const first = firstOf(this.document);
      if (first) this.select([first], { show: true });
    }
  }

  /** Shows or hides the map of the workflow, from now on in this browser. */
  toggleMinimap(): void {
    const minimap = !this.ui.getState().minimap;
    this.ui.setState({ minimap });
    keepMapChoice(minimap);
    this.say(minimap ? this.texts.minimapShown : this.texts.minimapHidden);
  }

  undo(): void {
    const { canUndo, undo } = this.editor.getState();
    if (!canUndo || this.readOnly) return;
    undo();
    this.say(this.texts.undone);
  }

  redo(): void {
    const { canRedo, redo } = this.editor.getState();
    if (!canRedo || this.readOnly) return;
    redo();
    this.say(this.texts.redone);
  }
}

export function useCommands(): Commands {
  const { canvas } = useTexts();
  const editor = useEditorStore();
  const looks = useLooksStore();
  const runs = useRunStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const comments = useMaybeCommentsUi();
  return useMemo(
    () => new Commands(editor, looks, runs, ui, flow, canvas, comments),
    [editor, looks, runs, ui, flow, canvas, comments],
  );
}
