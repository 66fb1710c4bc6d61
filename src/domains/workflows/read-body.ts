import { ImportFault, readDocument } from '@orchestrator/n8n';
import { Problem } from '../../http/problem.js';

/** Reads an n8n or native document. @throws Problem 422 `workflow.import_failed` when it is neither */
export function readBody(body: unknown) {
  try {
    return readDocument(body);
  } catch (error) {
    if (error instanceof ImportFault) throw Problem.invalid('workflow.import_failed', error.message);
    throw error;
  }
}
