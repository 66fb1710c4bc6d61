import type { BinaryRef, JsonValue } from '@orchestrator/workflow';

/** What a caller is answered, before it is made safe and written. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** `undefined` for an empty body. */
  body?: { json: JsonValue } | { text: string } | { file: BinaryRef };
}

/** A short answer of our own. */
export const STARTED: Answer['body'] = { json: { message: 'Workflow was started' } };
