import type { Static, TSchema } from 'typebox';
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { Edge, WorkflowNode } from '../document.js';
import {
  EdgeSchema,
  NodeGroupSchema,
  StickyNoteSchema,
  WorkflowDocumentSchema,
  WorkflowNodeSchema,
} from '../document.js';
import { ItemSchema } from '../item.js';
import type { FaultList } from './fault.js';

/** Any list, whatever is in it. (Of a list of `Unknown` each place would be looked at.) */
const AnyList = Type.Unsafe<unknown[]>({ type: 'array' });

/** The document but what it has many of, which is checked one by one: faults name it, and no step takes long. */
const FrameSchema = Type.Object(
  {
    ...WorkflowDocumentSchema.properties,
    nodes: AnyList,
    edges: AnyList,
    notes: Type.Optional(AnyList),
    groups: Type.Optional(AnyList),
    pins: Type.Optional(Type.Record(Type.String(), AnyList)),
  },
  { additionalProperties: false },
);

/** The parts of a document that have the right shape, with the place of each in the file. */
export interface ShapedParts {
  nodes: { node: WorkflowNode; index: number }[];
  edges: { edge: Edge; index: number }[];
}

/** Checks a document against the schema; gives the nodes and edges that pass, so that the other checks can go on. */
export function* checkShape(document: Record<string, unknown>, list: FaultList): Generator<void, ShapedParts> {
  report(FrameSchema, document, '', list);
  yield;
  const parts: ShapedParts = { nodes: [], edges: [] };
  for (const [index, node] of asList(document.nodes).entries()) {
    if (list.isFull) return parts;
    if (report(WorkflowNodeSchema, node, '', list, nameOf(node, index))) parts.nodes.push({ node, index });
    yield;
  }
  for (const [index, edge] of asList(document.edges).entries()) {
    if (list.isFull) return parts;
    if (report(EdgeSchema, edge, `edges[${index}]`, list)) parts.edges.push({ edge, index });
    yield;
  }
  yield* checkEach(StickyNoteSchema, document.notes, 'notes', list);
  yield* checkEach(NodeGroupSchema, document.groups, 'groups', list);
  for (const [id, items] of Object.entries((document.pins ?? {}) as object)) {
    yield* checkEach(ItemSchema, items, `pins.${id}`, list);
  }
  return parts;
}

function* checkEach(schema: TSchema, values: unknown, prefix: string, list: FaultList): Generator<void, void> {
  for (const [index, value] of asList(values).entries()) {
    if (list.isFull) return;
    report(schema, value, `${prefix}[${index}]`, list);
    yield;
  }
}

function report<S extends TSchema>(
  schema: S,
  value: unknown,
  prefix: string,
  list: FaultList,
  node?: string,
): value is Static<S> {
  if (Value.Check(schema, value)) return true;
  for (const error of Value.Errors(schema, value)) {
    const at = path(prefix, error.instancePath);
    const { fields, message } = explain(error);
    for (const field of fields) list.error(`schema.${error.keyword}`, path(at, field && `/${field}`), message, node);
  }
  return false;
}

type SchemaError = ReturnType<typeof Value.Errors>[number];

/** A fault of the schema in words; for missing and unknown members, their names. */
function explain(error: SchemaError): { fields: string[]; message: string } {
  switch (error.keyword) {
    case 'required':
      return { fields: error.params.requiredProperties, message: 'is missing.' };
    case 'additionalProperties':
      return { fields: error.params.additionalProperties, message: 'is not a known field. Check its spelling.' };
    case 'enum':
      return { fields: [''], message: `has to be one of ${error.params.allowedValues.join(', ')}.` };
    case 'const':
      return { fields: [''], message: `has to be ${JSON.stringify(error.params.allowedValue)}.` };
    case 'type':
      return { fields: [''], message: `has to be of the type ${[error.params.type].flat().join(' or ')}.` };
    default:
      return { fields: [''], message: `${error.message}.` };
  }
}

/** `/retry/maxTries` behind a prefix → `retry.maxTries`; numbers become `[3]`. */
function path(prefix: string, pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((at, step) => {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (/^\d+$/.test(key)) return `${at}[${key}]`;
    return at === '' ? key : `${at}.${key}`;
  }, prefix);
}

function nameOf(node: unknown, index: number): string {
  const { name, id } = (typeof node === 'object' && node !== null ? node : {}) as { name?: unknown; id?: unknown };
  if (typeof name === 'string' && name !== '') return name;
  return typeof id === 'string' && id !== '' ? id : `nodes[${index}]`;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
