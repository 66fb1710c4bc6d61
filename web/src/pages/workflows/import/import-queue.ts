import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import type { Texts } from '../../../texts/texts.ts';
import { type MissingCredential, missingCredentials } from './missing-credentials.ts';
import { NotAWorkflow, readImport } from './read-import.ts';

type Report = components['schemas']['ImportReportView'];

/** A text that may hold workflows, and where it is from. */
export interface Source {
  name: string;
  text(): Promise<string>;
}

/** What became of one workflow. */
export interface Imported {
  name: string;
  workflow?: { id: string; credentials: readonly MissingCredential[] };
  report?: Report;
  /** Why it was not imported. */
  fault?: string;
}

/**
 * Imports everything in these sources, one after the other: the server translates in its own time, and an error of one
 * leaves the others alone.
 */
export async function importAll(
  sources: readonly Source[],
  folderId: string | undefined,
  { workflows: texts }: Texts,
  progress: (done: number, all: number) => void,
): Promise<readonly Imported[]> {
  const results: Imported[] = [];
  const candidates = [];
  for (const { name, text } of sources) {
    try {
      candidates.push(...readImport(await text(), name));
    } catch (error) {
      results.push({ name, fault: faultOf(error, texts) });
    }
  }
  for (const [index, { name, document }] of candidates.entries()) {
    progress(index, candidates.length);
    try {
      const body = { name, ...document } as never;
      const params = { query: { folderId } };
      const { workflow, report } = await unwrap(api.POST('/api/v1/workflows/import', { body, params }));
      results.push({
        name: workflow.name,
        workflow: { id: workflow.id, credentials: missingCredentials(workflow.nodes) },
        report,
      });
    } catch (error) {
      results.push({ name, fault: faultOf(error, texts) });
    }
  }
  return results;
}

function faultOf(error: unknown, texts: Texts['workflows']): string {
  if (error instanceof NotAWorkflow) return texts[error.why];
  return error instanceof Error ? error.message : String(error);
}
