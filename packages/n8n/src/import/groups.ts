import type { NodeGroup } from '@orchestrator/workflow';
import { isRecord } from './clean-json.js';
import type { IdentifiedNode } from './identities.js';
import { UniqueTexts } from './unique.js';

/** Reads n8n's groups of nodes; members that are not there are left out, and groups without members too. */
export function importGroups(given: unknown, nodes: readonly IdentifiedNode[]): NodeGroup[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const idByOriginal = new Map<unknown, string>();
  for (const node of nodes) if (!idByOriginal.has(node.raw.id)) idByOriginal.set(node.raw.id, node.id);
  const ids = new UniqueTexts('-');
  const groups: NodeGroup[] = [];
  for (const [index, group] of given.entries()) {
    if (!isRecord(group) || !Array.isArray(group.nodeIds)) continue;
    const members = group.nodeIds.flatMap((id) => idByOriginal.get(id) ?? []);
    if (members.length === 0) continue;
    groups.push({
      id: ids.claim(typeof group.id === 'string' && group.id !== '' ? group.id : `group-${index + 1}`),
      name: typeof group.name === 'string' && group.name !== '' ? group.name : `Group ${index + 1}`,
      nodes: [...new Set(members)],
      ...(typeof group.description === 'string' ? { description: group.description } : {}),
    });
  }
  return groups.length > 0 ? groups : undefined;
}
