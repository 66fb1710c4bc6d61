import type { BinaryRef, JsonValue } from '@orchestrator/workflow';

/** What the body of a call becomes in the item that starts a run. */
export interface ReadBody {
  body: JsonValue;
  binary?: Record<string, BinaryRef>;
}

/** Keeps a file of a call and gives the reference to it. */
export type KeepFile = (content: Uint8Array, meta: { mimeType?: string; fileName?: string }) => Promise<BinaryRef>;
