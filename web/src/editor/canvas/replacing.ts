import type { JsonObject, WorkflowNode } from '@orchestrator/workflow';
import type { Texts } from '../../texts/texts.ts';
import { toast } from '../../ui/toast.tsx';
import { findNode } from '../document/lookup.ts';
import { fittingParameters, replaceNode } from '../document/replace.ts';
import type { EditorStore } from '../editor-store.ts';
import type { LooksStore } from '../node-types/looks.ts';
import type { Entry } from './add-node/entries.ts';
import type { CanvasContext } from './canvas-context.ts';

/** Puts another node in the place of one. */
export class Replacing {
  constructor(
    private readonly canvas: CanvasContext,
    private readonly editor: EditorStore,
    private readonly looks: LooksStore,
    private readonly texts: Texts['canvas'],
  ) {}

  /** Opens the search for what is to take the current node's place. */
  open(id = this.canvas.current): void {
    if (id && !this.canvas.readOnly) this.canvas.ui.setState({ adding: { replace: id } });
  }

  /** Puts a node of another type in the place of one, in one step of undo. */
  async replace(id: string, { type, parameters }: Pick<Entry, 'type' | 'parameters'>): Promise<void> {
    const node = findNode(this.canvas.document, id);
    if (!node || this.canvas.readOnly) return;
    const { types, looks } = this.looks.getState();
    const from = types?.find(node.type, node.version)?.parameters;
    const own = isPlaceholder(node) ? undefined : from;
    const fitting = { ...fittingParameters(valuesOf(node), own, type.parameters), ...parameters };
    // The ports may depend on the parameters: what they are is asked for first.
    const after = await this.looks.lookUp({
      type: type.type,
      version: type.version,
      parameters: fitting,
      onError: node.onError,
    });
    const successor = {
      type: type.type,
      version: type.version,
      parameters: fitting,
      credentials: type.credentials.map((each) => each.type),
      webhook: type.trigger === 'webhook',
    };
    const before = looks[id] ?? after;
    const made = replaceNode(this.canvas.document, id, successor, before, after);
    this.editor.getState().change(() => made.document);
    this.canvas.select([id], { show: true });
    const said = this.texts.replaced(node.name, type.label, made.lost);
    this.canvas.say(said);
    if (made.lost > 0) toast({ text: said });
  }
}

const isPlaceholder = ({ type }: WorkflowNode): boolean => type === 'placeholder';

/** What a person had set: for a placeholder, what was set of the node that it stands for. */
function valuesOf(node: WorkflowNode): JsonObject {
  if (!isPlaceholder(node)) return node.parameters;
  const { parameters } = node.parameters;
  return typeof parameters === 'object' && parameters !== null && !Array.isArray(parameters) ? parameters : {};
}
