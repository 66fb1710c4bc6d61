import type { WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';

/** Look-ups in a document that are made once for each version of it. */
export interface DocumentIndex {
  byName: ReadonlyMap<string, WorkflowNode>;
  byId: ReadonlyMap<string, WorkflowNode>;
  /** Names of the nodes straight before a node on main edges, by input. */
  parents(name: string): readonly string[];
}

const known = new WeakMap<WorkflowDocument, DocumentIndex>();

/** The index of a document. Documents are not changed in place, so it holds as long as the document does. */
export function indexOf(document: WorkflowDocument): DocumentIndex {
  let index = known.get(document);
  if (!index) {
    index = makeIndex(document);
    known.set(document, index);
  }
  return index;
}

function makeIndex(document: WorkflowDocument): DocumentIndex {
  const byName = new Map(document.nodes.map((node) => [node.name, node]));
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  let parents: Map<string, string[]> | undefined;
  const findParents = () => {
    const found = new Map<string, string[]>();
    const main = document.edges.filter((edge) => edge.kind === 'main');
    for (const edge of main.sort((a, b) => (a.to.port ?? 0) - (b.to.port ?? 0))) {
      const from = byId.get(edge.from.node)?.name;
      const to = byId.get(edge.to.node)?.name;
      if (from === undefined || to === undefined) continue;
      const list = found.get(to) ?? [];
      if (!list.includes(from)) list.push(from);
      found.set(to, list);
    }
    return found;
  };
  return {
    byName,
    byId,
    parents: (name) => {
      parents ??= findParents();
      return parents.get(name) ?? [];
    },
  };
}
