import type { Edge, EdgeKind, PortRef } from '@orchestrator/workflow';
import { isRecord } from './clean-json.js';
import { readText } from './plain-values.js';
import type { ReportWriter } from './report.js';

/** n8n's connection types and the kind of edge that each is. */
const KINDS: ReadonlyMap<string, EdgeKind> = new Map<string, EdgeKind>([
  ['main', 'main'],
  ['ai_agent', 'agent'],
  ['ai_chain', 'chain'],
  ['ai_document', 'document'],
  ['ai_embedding', 'embedding'],
  ['ai_languageModel', 'model'],
  ['ai_memory', 'memory'],
  ['ai_outputParser', 'parser'],
  ['ai_retriever', 'retriever'],
  ['ai_reranker', 'reranker'],
  ['ai_textSplitter', 'splitter'],
  ['ai_tool', 'tool'],
  ['ai_vectorStore', 'vectorStore'],
]);

/** Ports of one kind on one node. Real nodes have a handful; an index far beyond is a broken file. */
const MAX_PORT = 255;

/**
 * Turns n8n's connections (by the source's name, connection type, output, with `null` for an empty output) into edges
 * by node id, in the order of the file: it decides which of two nodes at the same place runs first.
 */
export function importEdges(connections: unknown, idByName: ReadonlyMap<string, string>, report: ReportWriter): Edge[] {
  if (!isRecord(connections)) {
    if (connections !== undefined && connections !== null) report.warn('"connections" is not an object: no edges.');
    return [];
  }
  const edges: Edge[] = [];
  for (const [sourceName, byType] of Object.entries(connections)) {
    const source = idByName.get(sourceName);
    if (!isRecord(byType)) continue;
    for (const [type, outputs] of Object.entries(byType)) {
      const kind = KINDS.get(type);
      if (!Array.isArray(outputs) || outputs.every((targets) => !Array.isArray(targets) || targets.length === 0))
        continue;
      if (source === undefined) {
        report.warn(`Edges from "${sourceName}" were left out: there is no such node.`);
        break;
      }
      if (kind === undefined) {
        report.warn(`Edges of the kind "${type}" from "${sourceName}" were left out: the kind is not known.`);
        continue;
      }
      for (const [port, targets] of outputs.entries()) {
        if (!Array.isArray(targets)) continue;
        for (const target of targets) {
          const to = readTarget(target, idByName);
          if (typeof to === 'string' || port > MAX_PORT) {
            report.warn(
              `An edge from "${sourceName}" was left out: ${typeof to === 'string' ? to : 'no such output'}.`,
            );
          } else edges.push({ kind, from: portRef(source, port), to });
        }
      }
    }
  }
  return edges;
}

/** The input that a connection leads to, or why there is none. */
function readTarget(target: unknown, idByName: ReadonlyMap<string, string>): PortRef | string {
  if (!isRecord(target) || typeof target.node !== 'string') return 'it names no node to lead to';
  const id = idByName.get(target.node);
  if (id === undefined) return `there is no node "${target.node}"`;
  const index = target.index ?? 0;
  if (typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index > MAX_PORT) {
    return `"${target.node}" has no input ${readText(index) ?? 'of that kind'}`;
  }
  return portRef(id, index);
}

function portRef(node: string, port: number): PortRef {
  return port === 0 ? { node } : { node, port };
}
