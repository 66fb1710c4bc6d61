import { isRecord } from './clean-json.js';
import { readNumber } from './plain-values.js';
import type { ReportWriter } from './report.js';
import { UniqueTexts } from './unique.js';

/** One node of an n8n file with the id and name that it will have. */
export interface IdentifiedNode {
  raw: Record<string, unknown>;
  id: string;
  name: string;
  /** n8n's type, `unknown` when the file has none. */
  type: string;
  typeVersion: number;
}

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/** Names that are members of every object; as ids they would be keys of `pins`. */
const RESERVED_IDS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a node of a file is a sticky note, which is a note and no node here. */
export function isStickyNote(node: IdentifiedNode): boolean {
  return node.type === STICKY_NOTE;
}

/**
 * Gives every node of a file an id and a name that are its own. Files in the wild have nodes without either, and two
 * with the same; the first keeps what it has, because connections and expressions mean that one.
 */
export function identifyNodes(nodes: readonly unknown[], report: ReportWriter): IdentifiedNode[] {
  const records = nodes.filter((node, index) => {
    if (isRecord(node)) return true;
    report.warn(`Entry ${index + 1} of "nodes" is not an object and was left out.`);
    return false;
  }) as Record<string, unknown>[];
  const names = new UniqueTexts(' ');
  const ids = new UniqueTexts('-');
  const wished = new Set(records.map((raw) => raw.id));
  return records.map((raw, index) => {
    const type = typeof raw.type === 'string' && raw.type !== '' ? raw.type : 'unknown';
    const wish = typeof raw.name === 'string' && raw.name !== '' ? raw.name : shortType(type);
    const name = names.claim(wish);
    if (name !== raw.name) {
      report.warn(
        raw.name === wish
          ? `Two nodes are called "${wish}": it is now "${name}".`
          : `Node ${index + 1} has no name: it is now "${name}".`,
      );
    }
    return { raw, id: claimId(raw.id, index, ids, wished, name, report), name, type, typeVersion: versionOf(raw) };
  });
}

function claimId(
  id: unknown,
  index: number,
  ids: UniqueTexts,
  wished: ReadonlySet<unknown>,
  name: string,
  report: ReportWriter,
): string {
  if (typeof id === 'string' && id !== '' && !RESERVED_IDS.has(id)) {
    const claimed = ids.claim(id);
    if (claimed !== id) report.warn(`Node "${name}" had the id of another node; it has a new one.`);
    return claimed;
  }
  // Old exports have no ids. By place, so that importing the same file twice gives the same document.
  let made = `node-${index + 1}`;
  while (wished.has(made)) made = `${made}x`;
  return ids.claim(made);
}

function versionOf(raw: Record<string, unknown>): number {
  const version = readNumber(raw.typeVersion) ?? 1;
  return version > 0 ? version : 1;
}

/** `n8n-nodes-base.set` → `set`. */
function shortType(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1) || type;
}
