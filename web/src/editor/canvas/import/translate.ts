import type { WorkflowDocument } from '@orchestrator/workflow';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';

export type ImportReport = components['schemas']['ImportReportView'];

/** Translates an n8n document, or a part of one, without saving it. @throws ApiProblem when it is none */
export async function translate(body: unknown): Promise<{ document: WorkflowDocument; report: ImportReport }> {
  const answer = await unwrap(api.POST('/api/v1/workflows/translate', { body: body as never }));
  return { document: answer.document as WorkflowDocument, report: answer.report };
}
