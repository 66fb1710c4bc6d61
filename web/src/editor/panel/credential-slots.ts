import type { WorkflowNode } from '@orchestrator/workflow';
import type { NodeType } from '../node-types/node-types.queries.ts';
import { declaredCredentials } from '../node-types/used-credentials.ts';

/** The parameter by which a node says of which type the credential is that signs its calls. */
const NAMING = 'credentialType';

/** A place for one credential in a node. */
export interface CredentialSlot {
  /** The types that fit. */
  types: readonly string[];
  /** The type that is used now. */
  type?: string;
  value?: { id?: string; name?: string };
  required: boolean;
  /** The node takes any of several types, and says by a parameter which one. */
  named: boolean;
}

type CredentialsOf = Pick<WorkflowNode, 'parameters' | 'credentials'>;

/** Whether a node's calls may be signed by a credential of any type, which it is asked for as one question. */
export function choosesType({ parameters }: NodeType, node: CredentialsOf): boolean {
  const named = node.parameters[NAMING];
  return parameters[NAMING]?.kind === 'string' && !(typeof named === 'string' && named.startsWith('='));
}

/**
 * The credentials that a node takes as it is set.
 * @param signing the types that sign calls
 */
export function credentialSlots(node: CredentialsOf, declared: NodeType, signing: readonly string[]): CredentialSlot[] {
  const byType = (type: string, required: boolean): CredentialSlot => ({
    types: [type],
    type,
    value: node.credentials?.[type],
    required,
    named: false,
  });
  const isOfChoice = (show: NodeType['credentials'][number]['show']) => show !== undefined && NAMING in show;
  const choosing = choosesType(declared, node);
  const own = declaredCredentials(node, declared).filter(({ show }) => !(choosing && isOfChoice(show)));
  const slots = own.map(({ type, required }) => byType(type, required === true));
  if (!choosing) return slots;
  const other = new Set(declared.credentials.filter(({ show }) => !isOfChoice(show)).map(({ type }) => type));
  const chosen = node.parameters[NAMING];
  const type = typeof chosen === 'string' && chosen !== '' ? chosen : undefined;
  const types = [...new Set([...signing.filter((each) => !other.has(each)), ...(type ? [type] : [])])];
  const value = type === undefined ? undefined : node.credentials?.[type];
  return [{ types, type, value, required: false, named: true }, ...slots];
}

/** What picking a credential changes of a node. */
export function withCredential(
  node: CredentialsOf,
  slot: CredentialSlot,
  picked: { type: string; id: string; name: string } | undefined,
): Partial<CredentialsOf> {
  const { [slot.type ?? '']: _before, ...others } = node.credentials ?? {};
  const next = picked ? { ...others, [picked.type]: { id: picked.id, name: picked.name } } : others;
  const credentials = Object.keys(next).length > 0 ? next : undefined;
  if (!slot.named) return { credentials };
  const { [NAMING]: _type, ...parameters } = node.parameters;
  return { credentials, parameters: picked ? { ...node.parameters, [NAMING]: picked.type } : parameters };
}
