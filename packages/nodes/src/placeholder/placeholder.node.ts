import { defineNode, NodeFault, type NodePort, param } from '@orchestrator/node-sdk';
import { EDGE_KINDS, type JsonObject, type JsonValue } from '@orchestrator/workflow';
import { shownValue } from '../subtitle/shown-value.js';
import { de } from './placeholder.de.js';
import { docs } from './placeholder.docs.js';

/** Ports of one kind that are drawn. Import writes what the edges need; a file by hand may say anything. */
const MAX_PORTS = 256;

/** Stands for a node of another system that has no form here yet: keeps all it had, and stops a run that reaches it. */
export const placeholder = defineNode({
  type: 'placeholder',
  flow: { isOpen: true },
  version: 1,
  label: 'Placeholder',
  summary: 'Stands for an imported node that is not available here yet.',
  keywords: ['unknown', 'missing', 'unsupported', 'imported'],
  actions: [{ label: 'Hold a place for a node that is missing' }],
  docs,
  translations: { de },
  group: 'flow',
  icon: 'circle-dashed',
  inputs: (raw) => ports(raw, 'inputs'),
  outputs: (raw) => ports(raw, 'outputs'),
  parameters: {
    source: param.string({ label: 'Comes from', literal: true }),
    type: param.string({ label: 'Original type', literal: true }),
    label: param.string({ label: 'What it was', literal: true }),
    typeVersion: param.number({ label: 'Original version', literal: true, default: 1 }),
    why: param.string({ label: 'Why it is not available', literal: true }),
    parameters: param.any<JsonValue>({ label: 'Original parameters', control: 'none', literal: true, default: {} }),
    ports: param.any<JsonValue>({ label: 'Ports', control: 'none', literal: true, default: {} }),
  },
  effect: 'pure',
  subtitle: (raw) => shownValue(raw.label) || shownValue(raw.type),
  async run(ctx) {
    const { source, type, label, why } = ctx.raw;
    const original = text(label) ?? text(type) ?? 'an unknown node';
    const reason = text(why) ? `: ${text(why)}` : '';
    throw new NodeFault(`"${ctx.node.name}" is a placeholder for ${original} and can't run${reason}.`, {
      code: 'node.placeholder',
      description:
        `It keeps what was imported from ${String(source ?? 'another system')}. ` +
        'Replace it with nodes that are available here (HTTP request reaches most services), or disable it.',
      retryable: false,
    });
  },
});

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The ports that the edges of the original need; one main port where nothing is said. */
function ports(raw: JsonObject, side: 'inputs' | 'outputs'): NodePort[] {
  const counts = objectAt(objectAt(raw, 'ports'), side);
  const kinds = EDGE_KINDS.filter((kind) => count(counts[kind]) > 0);
  if (kinds.length === 0) return [{ kind: 'main' }];
  return kinds.flatMap((kind) => Array.from({ length: count(counts[kind]) }, () => ({ kind, max: 0 })));
}

function objectAt(value: JsonObject, key: string): JsonObject {
  const member = value[key];
  return typeof member === 'object' && member !== null && !Array.isArray(member) ? member : {};
}

function count(value: JsonValue | undefined): number {
  return typeof value === 'number' && value > 0 ? Math.min(MAX_PORTS, Math.floor(value)) : 0;
}
