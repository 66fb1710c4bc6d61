import type { ItemError } from '../item.js';

/** One thing that is wrong with a document. */
export interface Fault {
  /** Name of the node it is about (its id where it has no name); missing when it is about the whole document. */
  node?: string;
  /** Path of the field: within the node when there is one (`parameters.url`), else within the document (`edges[3].to`). */
  field: string;
  /** A stable name of the rule that is broken, such as `edge.dangling`. */
  rule: string;
  /** What is wrong and what to do, in plain words. */
  message: string;
  /** An `error` stops the workflow from going live; a `warning` does not. */
  severity: 'error' | 'warning';
  /** The parameter that it is about, as an error of a run names it. */
  parameter?: ItemError['parameter'];
  /** The expression that stands there, and the place of the fault in it. */
  expression?: ItemError['expression'];
}

/** Where in a node a fault is, beside the path. */
export type FaultPlace = Pick<Fault, 'parameter' | 'expression'>;

/** Faults that are kept: enough to mend a document by, and bounded for one that is made to have millions. */
export const MAX_FAULTS = 200;

/** Characters of each text of a fault: names and keys in a document may be a million long, and a fault repeats them. */
const MAX_TEXT = 500;

/** Collects faults up to {@link MAX_FAULTS}, and each within bounds. */
export class FaultList {
  readonly faults: Fault[] = [];

  get isFull(): boolean {
    return this.faults.length >= MAX_FAULTS;
  }

  get hasErrors(): boolean {
    return this.faults.some((fault) => fault.severity === 'error');
  }

  error(rule: string, field: string, message: string, node?: string, place?: FaultPlace): void {
    this.#add(rule, field, message, node, 'error', place);
  }

  warning(rule: string, field: string, message: string, node?: string, place?: FaultPlace): void {
    this.#add(rule, field, message, node, 'warning', place);
  }

  #add(
    rule: string,
    field: string,
    message: string,
    node: string | undefined,
    severity: Fault['severity'],
    { parameter, expression }: FaultPlace = {},
  ): void {
    if (this.isFull) return;
    const named = node === undefined ? {} : { node: clip(node) };
    const place = {
      ...(parameter && { parameter: { ...parameter, path: clip(parameter.path) } }),
      ...(expression && { expression }),
    };
    this.faults.push({ ...named, field: clip(field), rule, message: clip(message), severity, ...place });
  }
}

function clip(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
