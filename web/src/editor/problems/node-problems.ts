import type { WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import type { Texts } from '../../texts/texts.ts';
import type { MissingNode } from '../canvas/import/missing-nodes.tsx';
import type { NodeTypes } from '../node-types/node-types.queries.ts';
import { usedCredentials } from '../node-types/used-credentials.ts';
import type { DocumentFault } from './document-faults.ts';

/** A credential that there is to be picked. */
interface Credential {
  id: string;
  type: string;
  name: string;
}

/** What is known of the world around a document. Whatever has not come yet makes no problem. */
export interface Known {
  types?: Pick<NodeTypes, 'find'>;
  faults: readonly DocumentFault[];
  /** All that there are; missing when they are not known, or not all of them. */
  credentials?: readonly Credential[];
}

type Problems = Readonly<Record<string, readonly string[]>>;

/** What stops each node from doing its work, in words, by node id; nodes without any are left out. */
export function nodeProblems(document: WorkflowDocument, known: Known, texts: Texts['canvas']): Problems {
  const byName = Map.groupBy(
    known.faults.filter(({ severity }) => severity === 'error'),
    ({ node }) => node,
  );
  const found: Record<string, readonly string[]> = {};
  for (const node of document.nodes) {
    const problems = [
      ...(node.disabled ? [] : unusable(node, known, texts)),
      ...new Set(byName.get(node.name)?.map(({ message }) => message)),
    ];
    if (problems.length > 0) found[node.id] = problems;
  }
  return found;
}

/** Why a node can't do anything yet: there is no such node here, or its credential is missing. */
function unusable(node: WorkflowNode, { types, credentials }: Known, texts: Texts['canvas']): readonly string[] {
  if (!types) return [];
  if (node.type === 'placeholder') return [texts.placeholderStops(originalOf(node))];
  const type = types.find(node.type, node.version);
  if (!type) return [texts.unknownStops];
  return usedCredentials(node, type).flatMap((use) => {
    const value = node.credentials?.[use.type];
    // One that is only used because a parameter asks for it is needed, too.
    if (!value) return use.required || use.show ? [texts.credentialMissing] : [];
    const isThere = credentials?.some(
      (each) => each.type === use.type && (value.id ? each.id === value.id : each.name === value.name),
    );
    return isThere === false ? [texts.credentialGone(value.name ?? '')] : [];
  });
}

/** The nodes at which a run would stop as there is no such node here, as an import tells of them. */
export const missingNodes = ({ nodes }: WorkflowDocument): MissingNode[] =>
  nodes
    .filter(({ type, disabled }) => type === 'placeholder' && !disabled)
    .map((node) => {
      const { type, why } = node.parameters;
      const text = (value: unknown) => (typeof value === 'string' ? value : '');
      return { node: node.name, label: originalOf(node), type: text(type), why: text(why) };
    });

/** What a placeholder stands for, in words where they are known. */
export function originalOf({ parameters: { label, type } }: WorkflowNode): string {
  if (typeof label === 'string' && label !== '') return label;
  return typeof type === 'string' ? (type.split('.').at(-1) ?? type) : '';
}
