import type { JsonObject, WorkflowNode } from '@orchestrator/workflow';
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { NodeLooks, NodeType, NodeTypes, PortLooks } from './node-types.queries.ts';

/** Asks the server how nodes are drawn, in the order of the question. */
export type Describe = (nodes: NodeQuestion[]) => Promise<readonly NodeLooks[]>;
export interface NodeQuestion {
  type: string;
  version: number;
  parameters: JsonObject;
  onError?: WorkflowNode['onError'];
}

/** Nodes in one question at most; the server takes 1,200. */
const BATCH = 1_000;
/** Typing changes a parameter with every key: the question waits for a pause. */
const PAUSE_MS = 200;
/** Answers that are kept; the same few parameters come back with undo, duplicates and other workflows. */
const KEPT = 5_000;

const MAIN: PortLooks = { kind: 'main', max: 0, required: false };
const UNKNOWN: NodeLooks = { inputs: [MAIN], outputs: [MAIN], subtitle: '' };

export interface LooksState {
  /** By node id. A node keeps its old looks until the new ones have come, so that nothing flickers. */
  looks: Readonly<Record<string, NodeLooks>>;
  types?: NodeTypes;
  /** What stops a node from doing its work, in words, by node id; nodes without any are not there. */
  problems: Readonly<Record<string, readonly string[]>>;
}
export type LooksStore = StoreApi<LooksState> & {
  /** Brings the looks in line with the nodes as they are now. */
  follow(nodes: readonly WorkflowNode[], types: NodeTypes | undefined): void;
  /** How a node would be drawn that is not there; by its type alone where the server does not say. */
  lookUp(node: NodeQuestion): Promise<NodeLooks>;
  /** Takes over what stops the nodes from doing their work. A node that has the same as before keeps its list. */
  showProblems(problems: LooksState['problems']): void;
};

/** Keeps how each node of a document is drawn: what its type says at once, what the server says of its parameters soon. */
export function createLooksStore(describe: Describe): LooksStore {
  const store = createStore<LooksState>(() => ({ looks: {}, problems: {} }));
  /** What the server has said, by the question as text. */
  const answers = new Map<string, NodeLooks>();
  let latest: readonly WorkflowNode[] = [];
  let known: NodeTypes | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  /** Questions that failed are not asked again until the document changes. */
  const refused = new Set<string>();

  function show(): Map<string, WorkflowNode> {
    const before = store.getState().looks;
    const looks: Record<string, NodeLooks> = {};
    const open = new Map<string, WorkflowNode>();
    let changed = false;
    for (const node of latest) {
      const key = questionKey(node);
      const answer = answers.get(key);
      const asks = !answer && known !== undefined && needsAnswer(node, known);
      if (asks) open.set(key, node);
      const kept = before[node.id] === UNKNOWN ? undefined : before[node.id];
      const next = answer ?? (asks ? kept : undefined) ?? declared(node, known);
      looks[node.id] = next;
      changed ||= next !== before[node.id];
    }
    if (changed || Object.keys(before).length !== latest.length) store.setState({ looks });
    return open;
  }

  async function ask(): Promise<void> {
    timer = undefined;
    if (asking) return;
    const open = [...show()].filter(([key]) => !refused.has(key)).slice(0, BATCH);
    if (open.length === 0) return;
    asking = true;
    try {
      const said = await describe(open.map(([, node]) => question(node)));
      for (const [index, [key]] of open.entries()) {
        const looks = said[index];
        if (looks) answers.set(key, looks);
      }
      for (const key of answers.keys()) {
        if (answers.size <= KEPT) break;
        answers.delete(key);
      }
    } catch {
      for (const [key] of open) refused.add(key);
    } finally {
      asking = false;
    }
    if (show().size > 0) schedule(0);
  }

  function schedule(after: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), after);
  }

  let first = true;
  return Object.assign(store, {
    async lookUp(node: NodeQuestion): Promise<NodeLooks> {
      const key = questionKey(node);
      const answer = answers.get(key);
      if (answer) return answer;
      const [said] = await describe([question(node)]).catch(() => []);
      if (said) answers.set(key, said);
      return said ?? declared(node, known);
    },
    showProblems(problems: LooksState['problems']) {
      const before = store.getState().problems;
      const ids = Object.keys(problems);
      const same = (id: string) => before[id]?.join('\n') === problems[id]?.join('\n');
      if (ids.length === Object.keys(before).length && ids.every(same)) return;
      store.setState({
        problems: Object.fromEntries(ids.map((id) => [id, (same(id) && before[id]) || problems[id] || []])),
      });
    },
    follow(nodes: readonly WorkflowNode[], types: NodeTypes | undefined) {
      latest = nodes;
      if (known !== types) store.setState({ types });
      known = types;
      refused.clear();
      if (show().size > 0) {
        schedule(first ? 0 : PAUSE_MS);
        first = false;
      }
    },
  });
}

const question = ({ type, version, parameters, onError }: NodeQuestion): NodeQuestion => ({
  type,
  version,
  parameters,
  ...(onError ? { onError } : {}),
});

/** The text of a question, kept with the parameters: they are never changed in place. */
const texts = new WeakMap<JsonObject, string>();
function questionKey({ type, version, parameters, onError }: NodeQuestion): string {
  let text = texts.get(parameters);
  if (text === undefined) {
    text = JSON.stringify(parameters);
    texts.set(parameters, text);
  }
  return `${type}@${version}${onError === 'errorOutput' ? '!' : ''}${text}`;
}

/** Whether the parameters decide anything that the declaration does not say. */
function needsAnswer(node: WorkflowNode, types: NodeTypes): boolean {
  const type = types.find(node.type, node.version);
  return !type || type.dynamicPorts || type.subtitled || node.onError === 'errorOutput';
}

/** What the type alone says of a node. */
function declared(node: Pick<WorkflowNode, 'type' | 'version'>, types: NodeTypes | undefined): NodeLooks {
  const type = types?.find(node.type, node.version);
  if (!type) return UNKNOWN;
  let looks = declaredLooks.get(type);
  if (!looks) {
    looks = { inputs: type.inputs, outputs: type.outputs, subtitle: '', trigger: type.trigger, effect: type.effect };
    declaredLooks.set(type, looks);
  }
  return looks;
}
const declaredLooks = new WeakMap<object, NodeLooks>();

const LooksContext = createContext<LooksStore | undefined>(undefined);
export const LooksProvider = LooksContext.Provider;

export function useLooksStore(): LooksStore {
  const store = useContext(LooksContext);
  if (!store) throw new Error('there is no looks store around');
  return store;
}

/** How a node is drawn. */
export const useLooks = (id: string): NodeLooks => useStore(useLooksStore(), ({ looks }) => looks[id] ?? UNKNOWN);

const NONE: readonly string[] = [];
/** What stops a node from doing its work, in words. */
export const useProblems = (id: string): readonly string[] =>
  useStore(useLooksStore(), ({ problems }) => problems[id] ?? NONE);

/** The declaration of a node's type; nothing when there is no such type, or the types have not come yet. */
export const useNodeType = (type: string, version: number): NodeType | undefined =>
  useStore(useLooksStore(), ({ types }) => types?.find(type, version));
