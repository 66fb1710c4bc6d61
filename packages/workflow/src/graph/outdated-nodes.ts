import type { CredentialRef, WorkflowDocument, WorkflowNode } from '../document.js';
import { sameJson } from '../same-json.js';

/**
 * Ids of the nodes whose output in a run of `then` may not be what `now` would give: those that have changed, those whose
 * pinned data was taken away or is another now, and all that these lead to. Data that was pinned since is taken for what
 * the run gave there, which is what people pin.
 */
export function outdatedNodes(then: WorkflowDocument, now: WorkflowDocument): Set<string> {
  const outdated = changedNodes(then, now);
  for (const [id, items] of Object.entries(then.pins ?? {})) if (!sameJson(items, now.pins?.[id])) outdated.add(id);
  return spread(now, outdated, (id) => now.pins?.[id] !== undefined);
}

/**
 * Adds to a set of node ids what they lead to, by edges of any kind; gives the set back.
 * @param isShielded nodes that give the same whatever comes before them, and so hand nothing on
 */
export function spread(
  { edges }: WorkflowDocument,
  ids: Set<string>,
  isShielded: (id: string) => boolean,
): Set<string> {
  const leads = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = leads.get(from.node);
    if (known) known.push(to.node);
    else leads.set(from.node, [to.node]);
  }
  // The set grows while it is walked: every node enters it once.
  for (const id of ids) for (const next of leads.get(id) ?? []) if (!isShielded(next)) ids.add(next);
  return ids;
}

/**
 * Ids of the nodes of `now` that are new, do something else than in `then`, or get their input from elsewhere. What a node
 * is called, where it stands and how often it is tried does not matter, nor do pins.
 */
export function changedNodes(then: WorkflowDocument, now: WorkflowDocument): Set<string> {
  const before = new Map(then.nodes.map((node) => [node.id, node]));
  const edgesThen = edgesInto(then);
  const edgesNow = edgesInto(now);
  const sameSettings =
    (then.settings.executionOrder ?? 'v1') === (now.settings.executionOrder ?? 'v1') &&
    then.settings.timezone === now.settings.timezone;
  const changed = new Set<string>();
  for (const node of now.nodes) {
    const old = before.get(node.id);
    const stands =
      old !== undefined &&
      sameWork(old, node) &&
      (edgesThen.get(node.id) ?? '') === (edgesNow.get(node.id) ?? '') &&
      (sameSettings || !edgesNow.has(node.id));
    if (!stands) changed.add(node.id);
  }
  return changed;
}

/** Whether two states of a node do the same to the same items. */
function sameWork(a: WorkflowNode, b: WorkflowNode): boolean {
  return (
    a === b ||
    (a.type === b.type &&
      a.version === b.version &&
      (a.disabled ?? false) === (b.disabled ?? false) &&
      (a.onError ?? 'stop') === (b.onError ?? 'stop') &&
      (a.alwaysOutputData ?? false) === (b.alwaysOutputData ?? false) &&
      (a.executeOnce ?? false) === (b.executeOnce ?? false) &&
      sameCredentials(a.credentials, b.credentials) &&
      sameJson(a.parameters, b.parameters))
  );
}

type Credentials = Readonly<Record<string, CredentialRef>> | undefined;

function sameCredentials(a: Credentials = {}, b: Credentials = {}): boolean {
  const types = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...types].every((type) => (a[type]?.id ?? a[type]?.name) === (b[type]?.id ?? b[type]?.name));
}

/** The edges into each node as text that is the same in any order of them. */
function edgesInto({ edges }: WorkflowDocument): Map<string, string> {
  const into = new Map<string, string[]>();
  for (const { kind, from, to } of edges) {
    const text = JSON.stringify([kind, from.node, from.port ?? 0, to.port ?? 0]);
    const known = into.get(to.node);
    if (known) known.push(text);
    else into.set(to.node, [text]);
  }
  return new Map([...into].map(([id, texts]) => [id, texts.sort().join()]));
}
