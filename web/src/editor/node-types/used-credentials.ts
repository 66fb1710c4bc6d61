import type { WorkflowNode } from '@orchestrator/workflow';
import { isShown, type Parameter, parameterValue } from '../../forms/declaration.ts';
import type { NodeType } from './node-types.queries.ts';

type CredentialUse = NodeType['credentials'][number];

/** The types of credentials that a node uses as it is set. */
export function usedCredentials({ parameters }: Pick<WorkflowNode, 'parameters'>, declared: NodeType): CredentialUse[] {
  const used = declared.credentials.filter(({ show }) =>
    isShown({ kind: 'any', label: '', show } as Parameter, (name) =>
      parameterValue(parameters, name.replace(/^\//, ''), declared.parameters),
    ),
  );
  // A request may be signed by any type, which its parameter names.
  const { credentialType } = parameters;
  const named = typeof credentialType === 'string' && credentialType !== '' && !credentialType.startsWith('=');
  return named && !used.some(({ type }) => type === credentialType)
    ? [...used, { type: credentialType, required: true }]
    : used;
}
