import {
  DEFAULT_LIMITS,
  FORMAT_VERSION,
  findTooLarge,
  type StickyNote,
  type WorkflowDocument,
  type WorkflowNode,
} from '@orchestrator/workflow';
import type { Translator } from '../translator.js';
import { translators as allTranslators } from '../translators/index.js';
import { isRecord } from './clean-json.js';
import { importEdges } from './edges.js';
import { importGroups } from './groups.js';
import { identifyNodes, isStickyNote } from './identities.js';
import { ImportFault } from './import-fault.js';
import { importNode, reportCredentials } from './nodes.js';
import { importPins } from './pins.js';
import { addPlaceholderPorts } from './placeholder-ports.js';
import { type ImportReport, ReportWriter } from './report.js';
import { importSettings } from './settings.js';
import { importStickyNote } from './sticky-notes.js';
import { TranslatorIndex } from './translate-node.js';

/** The name of a workflow whose file has none (what n8n's clipboard holds has none). */
const UNNAMED = 'Imported workflow';

export interface Imported {
  workflow: WorkflowDocument;
  report: ImportReport;
}

/**
 * Nodes of an n8n file, whose sticky notes are nodes too: as many as a document of ours may have of both together.
 */
const MAX_NODES = DEFAULT_LIMITS.nodes + DEFAULT_LIMITS.notes;

/**
 * Translates an n8n document. Node names, and with them every expression, stay as they are; a node that has no native
 * form becomes a placeholder; whatever could not be carried over is in the report.
 * @param source a parsed JSON file, of any shape: files in the wild are partial, and tenants' files may be hostile
 * @throws ImportFault when it is no n8n document at all, too large, or nested too deeply to be one
 */
export function importWorkflow(source: unknown, translators: readonly Translator[] = allTranslators): Imported {
  const steps = importSteps(source, translators);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of some 100 ms at the very worst, for who has others to let in between. */
export function* importSteps(
  source: unknown,
  translators: readonly Translator[] = allTranslators,
): Generator<void, Imported> {
  if (!isRecord(source)) {
    throw new ImportFault('import.notAWorkflow', 'This is not a workflow: a JSON object with "nodes" is expected.');
  }
  if (!Array.isArray(source.nodes)) {
    throw new ImportFault('import.noNodes', 'This is not a workflow: it has no list called "nodes".');
  }
  const tooLarge = findTooLarge(source, { nodes: MAX_NODES });
  if (tooLarge) throw new ImportFault('import.tooLarge', `The file can't be read. ${tooLarge}`);
  yield;
  const writer = new ReportWriter(source.nodes.length);
  const identified = identifyNodes(source.nodes, writer);
  const index = new TranslatorIndex(translators);
  const nodes: WorkflowNode[] = [];
  const notes: StickyNote[] = [];
  for (const node of identified) {
    if (isStickyNote(node)) notes.push(importStickyNote(node));
    else nodes.push(importNode(node, index, writer));
    yield;
  }
  const idByName = new Map(nodes.map((node) => [node.name, node.id]));
  const edges = importEdges(source.connections, idByName, writer);
  yield;
  addPlaceholderPorts(nodes, edges);
  reportCredentials(nodes, writer);
  if (isRecord(source.staticData) && Object.keys(source.staticData).length > 0) {
    writer.warn('What the workflow remembered between runs in n8n (its static data) does not come along.');
  }
  yield;
  const pins = yield* importPins(source.pinData, idByName, writer);
  const workflow: WorkflowDocument = {
    formatVersion: FORMAT_VERSION,
    ...(isText(source.id) ? { id: source.id } : {}),
    name: isText(source.name) ? source.name : UNNAMED,
    ...(isText(source.description) ? { description: source.description } : {}),
    nodes,
    edges,
    settings: importSettings(source.settings, writer),
    ...present('pins', pins),
    ...(notes.length > 0 ? { notes } : {}),
    ...present('groups', importGroups(source.nodeGroups, identified)),
    ...present('tags', readTags(source.tags)),
  };
  return { workflow, report: writer.report };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function present<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

/** Tags are texts in some exports and `{id, name}` in others. */
function readTags(given: unknown): string[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const names = given.map((tag) => (isRecord(tag) ? tag.name : tag)).filter(isText);
  return names.length > 0 ? [...new Set(names)] : undefined;
}
