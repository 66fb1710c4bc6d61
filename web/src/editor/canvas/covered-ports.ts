import type { WorkflowNode } from '@orchestrator/workflow';
import type { Port } from './geometry.ts';

/** Where the `+` of an open output is drawn: this far from its port, and this large. */
const AWAY = 12;
const SIZE = 20;
/** Pixels that a letter of a port's name takes, about, and how long a name is drawn at most. */
const LETTER = 6;
const LONGEST_NAME = 112;
/** Of a card, at least (geometry.ts). */
const CARD = { width: 184, height: 56 };

/**
 * The ids of a node's outputs whose `+` would lie under another node, as one text ("out-main-0 "), so that it can be
 * compared.
 */
export function coveredPorts(nodes: readonly WorkflowNode[], id: string, ports: readonly Port[]): string {
  const own = nodes.find((node) => node.id === id);
  if (!own) return '';
  let covered = '';
  for (const port of ports) {
    if (port.place !== 'right') continue;
    const left = own.position[0] + port.x + AWAY;
    const right = left + SIZE + (port.name ? Math.min(LONGEST_NAME, port.name.length * LETTER) + 6 : 0);
    const top = own.position[1] + port.y - SIZE / 2;
    const isUnder = ({ id: other, position: [x, y] }: WorkflowNode) =>
      other !== id && x < right && left < x + CARD.width && y < top + SIZE && top < y + CARD.height;
    if (nodes.some(isUnder)) covered += `${port.id} `;
  }
  return covered;
}
