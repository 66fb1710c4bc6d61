import { FaultList } from './fault.js';
import { type PathStep, pathText } from './path.js';

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
  /** Values of all kinds, lists and objects included. */
  values: number;
  /** Values in the parameters of one node, which are checked in one go. */
  nodeValues: number;
  /** Pieces of code of expressions; the same piece counts once. */
  expressions: number;
  /** Characters of all those pieces together. */
  expressionLength: number;
  /** Characters of a node's name. */
  nameLength: number;
}

// The largest of 400 published workflows has 60 nodes, 2,200 values, 100,000 characters, and 200 expressions (70 different
// ones) of 78,000 characters. What comes on top is pinned data.

export const DEFAULT_LIMITS: DocumentLimits = {
  nodes: 2_000,
  edges: 10_000,
  notes: 2_000,
  depth: 100,
  textLength: 1_000_000,
  size: 16_000_000,
  values: 500_000,
  nodeValues: 50_000,
  expressions: 20_000,
  expressionLength: 1_000_000,
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

/**
 * Whether JSON of any kind is small enough to be worked on as a document.
 * @param limits those that differ from {@link DEFAULT_LIMITS}
 * @returns what is too large, in words
 */
export function findTooLarge(json: Record<string, unknown>, limits: Partial<DocumentLimits> = {}): string | undefined {
  const list = new FaultList();
  if (checkLimits(json, { ...DEFAULT_LIMITS, ...limits }, list)) return undefined;
  const fault = list.faults.find(({ rule }) => rule.startsWith('limit.'));
  return fault && (fault.field === '' ? fault.message : `${fault.field}: ${fault.message}`);
}

/** Walks the whole document once; what is past a bound ends it. */
class Walk {
  #size = 0;
  #values = 0;
  /** Values up to which the node in hand may go. */
  #nodeEnd = Number.POSITIVE_INFINITY;
  #goOn = true;
  readonly #path: PathStep[] = [];

  constructor(
    private readonly limits: DocumentLimits,
    private readonly list: FaultList,
  ) {}

  check(document: Record<string, unknown>): boolean {
    this.#visit(document, false);
    return this.#goOn;
  }

  #visit(value: unknown, isData: boolean): void {
    this.#count();
    if (typeof value === 'string') this.#text(value);
    if (typeof value !== 'object' || value === null || !this.#goOn) return;
    if (this.#path.length > this.limits.depth) {
      this.#stop('limit.depth', `It is nested more than ${this.limits.depth} levels deep.`);
    } else if (Array.isArray(value)) this.#list(value, isData);
    else this.#object(value as Record<string, unknown>, isData);
  }

  #list(values: readonly unknown[], isData: boolean): void {
    const isNodes = this.#path.length === 1 && this.#path[0] === 'nodes';
    for (let at = 0; at < values.length && this.#goOn; at++) {
      if (isNodes) this.#nodeEnd = this.#values + this.limits.nodeValues;
      this.#path.push(at);
      this.#visit(values[at], isData);
      this.#path.pop();
    }
    if (isNodes) this.#nodeEnd = Number.POSITIVE_INFINITY;
  }

  #object(members: Record<string, unknown>, isData: boolean): void {
    const isTop = this.#path.length === 0;
    for (const key of Object.keys(members)) {
      if (!this.#goOn) return;
      this.#path.push(key);
      // In pinned items a field called `constructor` is somebody's data.
      if (PROTOTYPE_KEYS.has(key) && !(isData && key !== '__proto__')) {
        this.list.error('key.prototype', pathText(this.#path), `A field can't be called "${key}". Rename it.`);
      } else {
        this.#text(key);
        this.#visit(members[key], isData || (isTop && key === 'pins'));
      }
      this.#path.pop();
    }
  }

  #count(): void {
    this.#values += 1;
    const { values, nodeValues } = this.limits;
    if (this.#values > values) {
      this.#stop('limit.values', `The workflow has more than ${values} values. Pin less data, or split it.`);
    } else if (this.#values > this.#nodeEnd) {
      this.#stop('limit.nodeValues', `A node has more than ${nodeValues} values. Keep large data outside.`);
    }
  }

  #text(text: string): void {
    this.#size += text.length;
    const { textLength, size } = this.limits;
    if (text.length > textLength) {
      const message = `A text of ${text.length} characters; at most ${textLength} are allowed. Keep large data outside.`;
      this.#stop('limit.text', message);
    } else if (this.#size > size) {
      this.#stop('limit.size', `The workflow is larger than ${size} characters in all.`);
    }
  }

  /** Says so once, and ends the walk. */
  #stop(rule: string, message: string): void {
    if (!this.#goOn) return;
    this.#goOn = false;
    this.list.error(rule, pathText(this.#path), message);
  }
}
