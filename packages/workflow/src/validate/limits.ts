import type { FaultList } from './fault.js';

/** Bounds of one document. Each is several times what the largest real workflows need, and keeps every check quick. */
export interface DocumentLimits {
  nodes: number;
  edges: number;
  notes: number;
  /** Levels of nesting; code that walks a document may recurse this deep. */
  depth: number;
  /** Characters of one text: a Code node's program or a prompt, not a file. */
  textLength: number;
  /** Characters of all keys and texts together. */
  size: number;
  /** Characters of a node's name. */
  nameLength: number;
}

export const DEFAULT_LIMITS: DocumentLimits = {
  nodes: 2_000,
  edges: 10_000,
  notes: 2_000,
  depth: 100,
  textLength: 1_000_000,
  size: 16_000_000,
  nameLength: 500,
};

/** Keys that could reach the prototype of an object that the document is copied into. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Checks the bounds of a document before anything else looks at it.
 * @returns whether the other checks may go on: false when it is too large to be worth it
 */
export function checkLimits(document: Record<string, unknown>, limits: DocumentLimits, list: FaultList): boolean {
  for (const part of ['nodes', 'edges', 'notes'] as const) {
    const count = Array.isArray(document[part]) ? document[part].length : 0;
    if (count <= limits[part]) continue;
    list.error(
      `limit.${part}`,
      part,
      `The workflow has ${count} ${part}; at most ${limits[part]} are allowed. Split it into sub-workflows.`,
    );
    return false;
  }
  return new Walk(limits, list).check(document);
}

/** Walks the whole document once; what is past a bound ends it. */
class Walk {
  #size = 0;
  #goOn = true;

  constructor(
    private readonly limits: DocumentLimits,
    private readonly list: FaultList,
  ) {}

  check(document: Record<string, unknown>): boolean {
    this.#visit(document, '', 0, false);
    return this.#goOn;
  }

  #visit(value: unknown, path: string, depth: number, isData: boolean): void {
    if (!this.#goOn) return;
    if (typeof value === 'string') this.#text(value, path);
    if (typeof value !== 'object' || value === null) return;
    if (depth > this.limits.depth) {
      this.#stop('limit.depth', path, `It is nested more than ${this.limits.depth} levels deep.`);
      return;
    }
    if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) this.#visit(each, `${path}[${index}]`, depth + 1, isData);
      return;
    }
    for (const [key, member] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`;
      // In pinned items a field called `constructor` is somebody's data.
      if (PROTOTYPE_KEYS.has(key) && !(isData && key !== '__proto__')) {
        this.list.error('key.prototype', at, `A field can't be called "${key}". Rename it.`);
        continue;
      }
      this.#text(key, at);
      this.#visit(member, at, depth + 1, isData || (depth === 0 && key === 'pins'));
    }
  }

  #text(text: string, path: string): void {
    this.#size += text.length;
    if (text.length > this.limits.textLength) {
      this.#stop(
        'limit.text',
        path,
        `A text of ${text.length} characters; at most ${this.limits.textLength} are allowed. Keep large data outside.`,
      );
    } else if (this.#size > this.limits.size) {
      this.#stop('limit.size', path, `The workflow is larger than ${this.limits.size} characters in all.`);
    }
  }

  #stop(rule: string, path: string, message: string): void {
    this.#goOn = false;
    this.list.error(rule, path.length > 200 ? `${path.slice(0, 200)}…` : path, message);
  }
}
