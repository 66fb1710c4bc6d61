import type { Edge, EdgeKind, JsonObject, JsonValue, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { newId } from '../../api/plain-http.ts';
import { isExpressionText, type Parameter, type Parameters } from '../../forms/declaration.ts';
import { edgeId, newEdge, portOf } from './edges.ts';

/** A port of a node, as far as an edge has to know it. */
interface PortKind {
  kind: EdgeKind;
  error?: boolean;
}

/** The ports of a node, in their order. */
export interface Ends {
  inputs: readonly PortKind[];
  outputs: readonly PortKind[];
}

/** What stands where another node stood. */
export interface Successor {
  type: string;
  version: number;
  parameters: JsonObject;
  /** Types of credentials that it can use. */
  credentials: readonly string[];
  /** It is called from outside, so it has an address. */
  webhook?: boolean;
}

/** Kinds of parameters whose values are one text, number or choice: what is called the same means the same. */
const PLAIN = new Set(['string', 'number', 'boolean', 'options', 'dateTime', 'code', 'json']);

/**
 * The values that another type has a parameter for: of the same name, and of a kind that takes them.
 * @param from what the type of before declared; missing for one that is not known, of which plain values alone are taken
 */
export function fittingParameters(values: JsonObject, from: Parameters | undefined, to: Parameters): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      const next = Object.hasOwn(to, name) ? to[name] : undefined;
      if (!next) return false;
      const before = from && Object.hasOwn(from, name) ? from[name] : undefined;
      return before && !PLAIN.has(next.kind) ? sameShape(before, next) : takes(next, value);
    }),
  );
}

function takes(parameter: Parameter, value: JsonValue | undefined): boolean {
  if (!PLAIN.has(parameter.kind)) return false;
  if (isExpressionText(value)) return !parameter.literal;
  if (parameter.kind === 'number' || parameter.kind === 'boolean') return typeof value === parameter.kind;
  if (parameter.kind === 'options') return parameter.choices?.some((choice) => choice.value === value) ?? false;
  return typeof value === 'string';
}

function sameShape(one: Parameter, other: Parameter): boolean {
  const names = (parameter: Parameter) => Object.keys(parameter.fields ?? {}).join(' ');
  return one.kind === other.kind && names(one) === names(other);
}

/**
 * Puts another type of node in a node's place. It keeps its id, name, place, note, pins and settings, the credentials that the
 * new type can use, and its edges as far as the new type has ports for them: further inputs go into the first, while what
 * left by an output that is not there any more is no edge any more.
 * @returns the document, and how many edges were lost
 */
export function replaceNode(
  document: WorkflowDocument,
  id: string,
  { type, version, parameters, credentials, webhook }: Successor,
  before: Ends,
  after: Ends,
): { document: WorkflowDocument; lost: number } {
  const node = document.nodes.find((each) => each.id === id);
  if (!node) return { document, lost: 0 };
  const { webhookId, credentials: had, ...kept } = node;
  const address = webhookId ?? newId();
  const usable = Object.entries(had ?? {}).filter(([each]) => credentials.includes(each));
  const next: WorkflowNode = {
    ...kept,
    type,
    version,
    parameters: webhook ? { path: address, ...parameters } : parameters,
    ...(usable.length > 0 ? { credentials: Object.fromEntries(usable) } : {}),
    ...(webhook ? { webhookId: address } : {}),
  };
  const edges = new Map<string, Edge>();
  let lost = 0;
  for (const edge of document.edges) {
    const moved = edge.from.node === id || edge.to.node === id ? joined(edge, id, before, after) : edge;
    if (moved) edges.set(edgeId(moved), moved);
    else lost++;
  }
  const nodes = document.nodes.map((each) => (each === node ? next : each));
  return { document: { ...document, nodes, edges: [...edges.values()] }, lost };
}

/** An edge at the ports that the new type has; nothing when it has none for it. */
function joined(edge: Edge, id: string, before: Ends, after: Ends): Edge | undefined {
  const { kind } = edge;
  const from = { node: edge.from.node, port: portOf(edge.from) };
  const to = { node: edge.to.node, port: portOf(edge.to) };
  if (from.node === id) {
    const port = outputFor(from.port, ofKind(before.outputs, kind), ofKind(after.outputs, kind));
    if (port === undefined) return undefined;
    from.port = port;
  }
  if (to.node === id) {
    const count = ofKind(after.inputs, kind).length;
    if (count === 0) return undefined;
    if (to.port >= count) to.port = 0;
  }
  return from.port === portOf(edge.from) && to.port === portOf(edge.to) ? edge : newEdge(kind, from, to);
}

/** The output that is what another was: failures leave by the output for failures, the rest by its number. */
function outputFor(port: number, before: readonly PortKind[], after: readonly PortKind[]): number | undefined {
  if (before[port]?.error) {
    const error = after.findIndex((each) => each.error);
    return error === -1 ? undefined : error;
  }
  return after[port] && !after[port].error ? port : undefined;
}

const ofKind = (ports: readonly PortKind[], kind: EdgeKind) => ports.filter((port) => port.kind === kind);
