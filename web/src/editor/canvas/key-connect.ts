import type { Texts } from '../../texts/texts.ts';
import { connect } from '../document/edges.ts';
import { findNode } from '../document/lookup.ts';
import type { EditorStore } from '../editor-store.ts';
import type { LooksStore } from '../node-types/looks.ts';
import type { Commands } from './commands.ts';
import { canConnect } from './connections.ts';
import { type Port, readPortId } from './geometry.ts';

/** Draws an edge by keyboard: C begins at the current node's output (C again takes its next one), arrows choose, Enter joins. */
export class KeyConnect {
  constructor(
    private readonly commands: Commands,
    private readonly editor: EditorStore,
    private readonly looks: LooksStore,
    private readonly texts: Texts['canvas'],
  ) {}

  get active(): boolean {
    return this.state !== undefined;
  }

  private get state() {
    return this.commands.ui.getState().connecting;
  }

  begin(): boolean {
    const { current, readOnly } = this.commands;
    if (!current || readOnly) return false;
    const port = this.outputs(current)[0];
    if (!port) {
      this.commands.say(this.texts.noOutputs);
      return true;
    }
    this.set(current, port);
    return true;
  }

  /** @returns whether the key meant anything while an edge is drawn */
  key(name: string): boolean {
    const state = this.state;
    if (!state) return false;
    if (name === 'Escape') {
      this.commands.ui.setState({ connecting: undefined });
      this.commands.say(this.texts.connectCancelled);
      return true;
    }
    if (name === 'c') {
      const outputs = this.outputs(state.node);
      const next = outputs[(outputs.findIndex(({ id }) => id === state.port) + 1) % outputs.length];
      if (next) this.set(state.node, next);
      return true;
    }
    if (name === 'Enter') {
      this.join();
      return true;
    }
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[name];
    if (by === undefined) return false;
    const targets = this.targets(state.node, state.port);
    const at = targets.findIndex(({ node }) => node === state.target);
    const next = targets[(at + by + targets.length) % targets.length];
    if (next) {
      this.commands.ui.setState({ connecting: { ...state, target: next.node } });
      this.commands.view.show([next.node]);
      this.commands.say(findNode(this.commands.document, next.node)?.name ?? '');
    }
    return true;
  }

  private set(node: string, port: Port): void {
    const target = this.targets(node, port.id)[0]?.node;
    this.commands.ui.setState({ connecting: { node, port: port.id, target } });
    const from = findNode(this.commands.document, node)?.name ?? '';
    const to = target && findNode(this.commands.document, target)?.name;
    this.commands.say(to ? this.texts.connecting(from, port.name, to) : this.texts.noTargets);
  }

  private join(): void {
    const state = this.state;
    if (!state?.target) return;
    const target = this.targets(state.node, state.port).find(({ node }) => node === state.target);
    if (!target) return;
    const out = readPortId(state.port);
    const into = readPortId(target.port);
    this.editor
      .getState()
      .change((document) =>
        connect(document, out.kind, { node: state.node, port: out.index }, { node: target.node, port: into.index }),
      );
    this.commands.ui.setState({ connecting: undefined });
    this.commands.select([state.node]);
    this.commands.say(this.texts.connected(findNode(this.commands.document, target.node)?.name ?? ''));
  }

  private outputs(node: string): Port[] {
    return this.commands.geometry(node).ports.filter(({ side }) => side === 'out');
  }

  /** The nodes that a port can be joined to, nearest first, each with its input. */
  private targets(node: string, port: string): { node: string; port: string }[] {
    const { document } = this.commands;
    const { looks } = this.looks.getState();
    const from = findNode(document, node);
    if (!from) return [];
    const distance = ([x, y]: readonly [number, number]) => Math.hypot(x - from.position[0], y - from.position[1]);
    return document.nodes
      .toSorted((one, other) => distance(one.position) - distance(other.position))
      .flatMap(({ id }) => {
        const input = this.commands
          .geometry(id)
          .ports.find(
            (each) =>
              each.side === 'in' &&
              canConnect(document, looks, { source: node, sourceHandle: port, target: id, targetHandle: each.id }),
          );
        return input ? [{ node: id, port: input.id }] : [];
      });
  }
}
