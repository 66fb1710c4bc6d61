import type { WorkflowNode } from '@orchestrator/workflow';
import { useTexts } from '../../../texts/texts.ts';
import type { NodeLooks } from '../../node-types/node-types.queries.ts';
import { NextTimes } from './next-times.tsx';
import { WebhookAddresses } from './webhook-addresses.tsx';

/** What a trigger has besides its parameters: addresses, times, who calls it. */
export function TriggerBox({ node, trigger }: { node: WorkflowNode; trigger: NonNullable<NodeLooks['trigger']> }) {
  const { panel } = useTexts();
  if (trigger === 'webhook') return <WebhookAddresses node={node} />;
  if (trigger === 'schedule') return <NextTimes node={node} />;
  const about = panel.triggers[trigger];
  return about ? <p className="rounded-card bg-sunken px-3 py-2">{about}</p> : null;
}
