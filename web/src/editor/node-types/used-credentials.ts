import type { WorkflowNode } from '@orchestrator/workflow';
import { isShown, parameterValue } from '../../forms/declaration.ts';
import type { NodeType } from './node-types.queries.ts';

type CredentialUse = NodeType['credentials'][number];

type AsSet = Pick<WorkflowNode, 'parameters'>;

/** The credentials that its type declares for a node as it is set. */
export const declaredCredentials = ({ parameters }: AsSet, declared: NodeType): CredentialUse[] =>
  declared.credentials.filter(({ show }) =>
    isShown({ show }, (name) => parameterValue(parameters, name.replace(/^\//, ''), declared.parameters)),
  );

/** The types of credentials that a node uses as it is set. */
export function usedCredentials(node: AsSet, declared: NodeType): CredentialUse[] {
  const used = declaredCredentials(node, declared);
  // A request may be signed by any type, which its parameter names.
  const { credentialType } = node.parameters;
  const named = typeof credentialType === 'string' && credentialType !== '' && !credentialType.startsWith('=');
  return named && !used.some(({ type }) => type === credentialType)
    ? [...used, { type: credentialType, required: true }]
    : used;
}
