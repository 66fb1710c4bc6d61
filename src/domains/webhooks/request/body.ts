import type { BinaryRef, JsonObject, JsonValue } from '@orchestrator/workflow';

/** What the body of a call becomes in the item that starts a run. */
export interface ReadBody {
  body: JsonValue;
  binary?: Record<string, BinaryRef>;
}

/** Keeps a file of a call and gives the reference to it. */
export type KeepFile = (content: Uint8Array, meta: { mimeType?: string; fileName?: string }) => Promise<BinaryRef>;

/** What the bytes of a body say. */
export interface ParsedBody {
  value: JsonValue;
  /** Files of a form. */
  uploads?: Upload[];
}

/** The fields and the files of a form. */
export interface ParsedForm extends ParsedBody {
  value: JsonObject;
  uploads: Upload[];
}

/** A file as it came in, before it is kept. */
export interface Upload {
  name: string;
  content: Uint8Array<ArrayBuffer>;
  fileName: string;
  mimeType: string;
}

/** Why a body is not taken. */
export interface BodyRefusal {
  status: number;
  code: string;
  detail: string;
}

/** Thrown by what reads a body, in a thread too, where there are no answers to callers. */
export class BodyRefused extends Error {
  constructor(readonly refusal: BodyRefusal) {
    super(refusal.detail);
  }
}
