import { WorkflowDocumentSchema } from './document.js';

/** The published JSON Schema of the document format, as `workflow.schema.json` holds it. */
export function workflowJsonSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:orchestrator:workflow:1',
    title: 'Orchestrator workflow, format 1',
    // Through JSON, which leaves out what the type builder notes for itself.
    ...(JSON.parse(JSON.stringify(WorkflowDocumentSchema)) as object),
  };
}
