import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import type { Texts } from '../../texts/texts.ts';
import { useTexts } from '../../texts/texts.ts';
import { toast } from '../../ui/toast.tsx';
import type { Alignment } from '../document/arrange.ts';
import { align, distribute } from '../document/arrange.ts';
import { duplicate } from '../document/fragment.ts';
import { group, ungroup } from '../document/groups.ts';
import { findNode, findNote } from '../document/lookup.ts';
import { GRID, moveBy, type Point, remove, toggleDisabled } from '../document/nodes.ts';
import { addNote } from '../document/notes.ts';
import { bounds, boxesOf } from '../document/place.ts';
import { type Direction, firstOf, step } from '../document/walk.ts';
import { type EditorStore, useEditorStore } from '../editor-store.ts';
import { type LooksStore, useLooksStore } from '../node-types/looks.ts';
import { type RunStore, useRunStore } from '../run/run-store.ts';
import { placeNode } from './add-node/add-node.ts';
import type { Entry } from './add-node/entries.ts';
import { type AddPlace, type CanvasUiStore, useCanvasUiStore } from './canvas-ui.ts';
import { drawnGeometry } from './drawn-geometry.ts';
import { joinedPorts } from './joined-ports.ts';
import { nodeSentence } from './node-sentence.ts';
import { pinShown } from './pin-shown.ts';
import { wholeView } from './whole-view.ts';

const VIEW_MS = 140;
/** Room around what is brought into view, in pixels of the screen. */
const VIEW_MARGIN = 80;

/** What can be done with a canvas: by keys, menus and buttons alike. Everything that changes the document can be undone. */
export class Commands {
  constructor(
    private readonly editor: EditorStore,
    private readonly looks: LooksStore,
    private readonly runs: RunStore,
    readonly ui: CanvasUiStore,
    private readonly flow: ReturnType<typeof useReactFlow>,
    private readonly texts: Texts['canvas'],
  ) {}

  get document() {
    return this.editor.getState().document;
  }

  get selection(): ReadonlySet<string> {
    return this.editor.getState().selection;
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

  select(ids: Iterable<string>, options: { show?: boolean } = {}): void {
    this.editor.getState().select(ids);
    if (options.show) this.show(this.selection);
    const id = this.current;
    if (id) this.say(this.sentence(id));
  }

  sentence(id: string): string {
    const { document } = this;
    return nodeSentence(document, id, this.looks.getState(), this.runs.getState().shown, this.texts);
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

  /** Brings nodes and notes into view when they are not, without changing how near it is. */
  show(ids: ReadonlySet<string>): void {
    const boxes = [...this.document.nodes, ...(this.document.notes ?? [])]
      .filter(({ id }) => ids.has(id))
      .map(({ id, position: [x, y] }) => {
        const note = findNote(this.document, id);
        return { x, y, ...(note ? { width: note.size[0], height: note.size[1] } : this.geometry(id)) };
      });
    const box = bounds(boxes);
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (!box || !pane) return;
    const { x, y, zoom } = this.flow.getViewport();
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const inside =
      left >= 0 &&
      top >= 0 &&
      left + box.width * zoom <= pane.width &&
      top + box.height * zoom <= pane.height - VIEW_MARGIN / 2;
    if (inside) return;
    void this.flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: VIEW_MS });
  }

  /** Shows all of it. @param duration of the movement, in milliseconds */
  fit(duration = VIEW_MS): void {
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
    const view = pane && wholeView(this.document, this.geometry, pane);
    if (view) void this.flow.setViewport(view, { duration });
  }

  zoomFull(): void {
    void this.flow.zoomTo(1, { duration: VIEW_MS });
  }

  /** The middle of what is seen. */
  middle(): Point {
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (!pane) return [0, 0];
    const { x, y } = this.flow.screenToFlowPosition(
      { x: pane.left + pane.width / 2, y: pane.top + pane.height / 2 },
      { snapToGrid: false },
    );
    return [x, y];
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
    const made = placeNode(this.document, entry, place, this.geometry, this.middle());
    this.editor.getState().change(() => made.document);
    this.select([made.id], { show: true });
    this.say(this.texts.added(findNode(this.document, made.id)?.name ?? ''));
  }

  addNote(at: Point = this.middle()): void {
    if (this.readOnly) return;
    const made = addNote(this.document, at);
    this.editor.getState().change(() => made.document);
    this.editor.getState().select([made.id]);
    this.ui.setState({ editing: made.id });
  }

  /** @param options `reconnect`: joins what was before and behind the nodes */
  remove(options: { reconnect?: boolean } = {}): void {
    const { selection } = this;
    if (this.readOnly || selection.size === 0) return;
    const next = step(this.document, this.current, 'left', this.geometry);
    this.editor.getState().change((document) => ungroup(remove(document, selection, options), selection));
    this.editor.getState().select(next && findNode(this.document, next) ? [next] : []);
    this.say(this.texts.removed(selection.size));
  }

  duplicate(): void {
    if (this.readOnly) return;
    const made = duplicate(this.document, this.selection);
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

  nudge([x, y]: Point): void {
    this.editor
      .getState()
      .change((document) => moveBy(document, this.selection, [x * GRID, y * GRID]), { merge: 'nudge' });
    this.show(this.selection);
  }

  align(alignment: Alignment): void {
    this.editor.getState().change((document) => align(document, this.selection, this.geometry, alignment));
  }

  distribute(direction: 'across' | 'down'): void {
    this.editor.getState().change((document) => distribute(document, this.selection, this.geometry, direction));
  }

  /** Lays out the selected nodes when there are several, else all. */
  async tidy(): Promise<void> {
    if (this.readOnly) return;
    const { tidy } = await import('./tidy/tidy.ts');
    const chosen = [...this.selection].filter((id) => findNode(this.document, id));
    const whole = chosen.length < 2;
    const before = this.document;
    const next = await tidy(before, this.geometry, whole ? undefined : new Set(chosen));
    // Somebody may have changed something meanwhile; then their change counts.
    if (this.document !== before || next === before) return;
    this.editor.getState().change(() => next);
    this.say(this.texts.tidied);
    if (whole) requestAnimationFrame(() => this.fit());
  }

  group(): void {
    const made = group(this.document, this.selection, this.texts.newGroup);
    if (this.readOnly || !made.id) return;
    this.editor.getState().change(() => made.document);
    this.ui.setState({ editing: made.id });
  }

  ungroup(): void {
    const { selection } = this;
    const ids = (this.document.groups ?? []).filter(
      (each) => selection.has(each.id) || each.nodes.some((node) => selection.has(node)),
    );
    this.editor.getState().change((document) => ungroup(document, new Set(ids.map(({ id }) => id))));
  }

  open(): void {
    const id = this.current;
    if (id) this.editor.getState().openNode(id);
    else {
      const first = firstOf(this.document);
      if (first) this.select([first], { show: true });
    }
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

  boxes() {
    return boxesOf(this.document, this.geometry);
  }
}

export function useCommands(): Commands {
  const { canvas } = useTexts();
  const editor = useEditorStore();
  const looks = useLooksStore();
  const runs = useRunStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  return useMemo(() => new Commands(editor, looks, runs, ui, flow, canvas), [editor, looks, runs, ui, flow, canvas]);
}
