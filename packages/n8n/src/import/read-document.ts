import type { WorkflowDocument } from '@orchestrator/workflow';
import type { Translator } from '../translator.js';
import { translators as allTranslators } from '../translators/index.js';
import { isRecord } from './clean-json.js';
import { importSteps, importWorkflow } from './import-workflow.js';
import type { ImportReport } from './report.js';

/** A workflow of either format, as a native document. */
export type ReadDocument =
  | { format: 'native' /** As it was given: not validated. */; workflow: WorkflowDocument }
  | { format: 'n8n'; workflow: WorkflowDocument; report: ImportReport };

/** Whether parsed JSON says that it is a native document; only those carry `formatVersion`. */
export function isNativeDocument(json: unknown): boolean {
  return isRecord(json) && 'formatVersion' in json;
}

/**
 * Takes a workflow of either format. A native one comes back as it is and still has to be validated.
 * @throws ImportFault when it is neither
 */
export function readDocument(json: unknown, translators: readonly Translator[] = allTranslators): ReadDocument {
  if (isNativeDocument(json)) return native(json);
  return { format: 'n8n', ...importWorkflow(json, translators) };
}

/** The same in short steps. @see importSteps */
export function* readSteps(json: unknown): Generator<void, ReadDocument> {
  if (isNativeDocument(json)) return native(json);
  return { format: 'n8n', ...(yield* importSteps(json)) };
}

function native(json: unknown): ReadDocument {
  return { format: 'native', workflow: json as WorkflowDocument };
}
