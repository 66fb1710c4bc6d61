import type { JsonObject } from '@orchestrator/workflow';
import type { N8nNode } from './n8n-document.js';

/** What a translator gives for one node. */
export interface Translation {
  /** Native node type and version. */
  type: string;
  version: number;
  parameters: JsonObject;
  /** What did not carry over exactly, in plain words. */
  warnings?: string[];
  /** The node can't run as it is (a mode or option that has no native form yet), in plain words. */
  unsupported?: string;
}

/**
 * Turns one node of n8n into a native one. A pure function of the node: no look at the rest of the workflow. Expressions
 * are carried over as they are, for the language is the same.
 */
export interface Translator {
  /** n8n's type, such as `n8n-nodes-base.set`. */
  type: string;
  /** `typeVersion` is in here; chooses where one type has several translators. Left out: all versions. */
  versions?: (version: number) => boolean;
  translate(node: N8nNode, version: number): Translation;
}

/** Declares a translator. */
export function defineTranslator(translator: Translator): Translator {
  return translator;
}
