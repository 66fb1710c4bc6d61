/** What became of an imported workflow. */
export interface ImportReport {
  /** Nodes of the n8n file, sticky notes included. */
  nodes: number;
  /** Nodes that became placeholders: they keep everything, and stop a run that reaches them. */
  unsupported: UnsupportedNode[];
  /** What was changed, left out, or is still to be done by a person, in plain words. */
  warnings: string[];
}

export interface UnsupportedNode {
  /** Name of the node. */
  node: string;
  /** n8n's node type. */
  type: string;
  /** What it is called, in two or three words. */
  label: string;
  why: string;
}

/** Warnings of one file that are kept. A hostile file could cause one for each of its members. */
const MAX_WARNINGS = 1000;

/** Characters of one text of the report: it repeats names of the file, which may be a million long. */
const MAX_TEXT = 500;

/** Collects the report while a file is read. */
export class ReportWriter {
  readonly report: ImportReport;
  #left = MAX_WARNINGS;

  constructor(nodes: number) {
    this.report = { nodes, unsupported: [], warnings: [] };
  }

  warn(message: string): void {
    if (this.#left > 0) this.report.warnings.push(clip(message));
    if (--this.#left === 0) this.report.warnings.push('There are more warnings, which are not listed.');
  }

  unsupported(node: string, type: string, label: string, why: string): void {
    this.report.unsupported.push({ node: clip(node), type: clip(type), label: clip(label), why: clip(why) });
  }
}

function clip(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
