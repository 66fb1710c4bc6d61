import type { WorkflowNode } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { calledQuery } from '../../forms/callable.queries.ts';
import { useTexts } from '../../texts/texts.ts';
import { useEditor } from '../editor-store.ts';
import type { NodeType } from '../node-types/node-types.queries.ts';

/** The id of the workflow that a node calls, by the parameter that its type declares for it. */
export function calledId(node: WorkflowNode, type: NodeType | undefined): string | undefined {
  const name = Object.keys(type?.parameters ?? {}).find((each) => type?.parameters[each]?.kind === 'workflow');
  const value = name === undefined ? undefined : node.parameters[name];
  const id = typeof value === 'object' && value !== null && !Array.isArray(value) ? value.id : undefined;
  return typeof id === 'string' && id !== '' && !id.startsWith('=') ? id : undefined;
}

/** The name of the workflow that a node calls, which leads there; until it is known, and where there is none, the rest. */
export function CalledWorkflow({ id, children }: { id: string | undefined; children: ReactNode }) {
  return id === undefined ? children : <CalledName id={id}>{children}</CalledName>;
}

function CalledName({ id, children }: { id: string; children: ReactNode }) {
  const { panel } = useTexts();
  const by = useEditor(({ workflowId }) => workflowId);
  const { data } = useQuery(calledQuery('subworkflow', by, id));
  if (!data) return children;
  return (
    <a
      href={`/workflows/${encodeURIComponent(id)}`}
      target="_blank"
      rel="noreferrer"
      tabIndex={-1}
      title={`${panel.openWorkflow}: ${data.name}`}
      className="nodrag inline-flex min-w-0 shrink items-center gap-0.5 hover:text-accent hover:underline"
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <span className="truncate">{data.name}</span>
      <ExternalLink size={10} className="shrink-0" aria-hidden="true" />
    </a>
  );
}
