import type { StickyNote } from '@orchestrator/workflow';
import { isRecord } from './clean-json.js';
import type { IdentifiedNode } from './identities.js';
import { readNumber } from './plain-values.js';
import { readPosition } from './position.js';

/** n8n's size of a note that says none, in pixels. */
const DEFAULT_SIZE: [width: number, height: number] = [240, 160];

/** A sticky note is a node in n8n's files; it never runs, and is a note of the document here. */
export function importStickyNote({ raw, id }: IdentifiedNode): StickyNote {
  const parameters = isRecord(raw.parameters) ? raw.parameters : {};
  const { content, width, height, color } = parameters;
  const note: StickyNote = {
    id,
    text: typeof content === 'string' ? content : '',
    position: readPosition(raw.position),
    size: [side(width, DEFAULT_SIZE[0]), side(height, DEFAULT_SIZE[1])],
  };
  if ((typeof color === 'number' && Number.isFinite(color)) || typeof color === 'string') note.color = color;
  return note;
}

function side(value: unknown, otherwise: number): number {
  const pixels = readNumber(value) ?? 0;
  return pixels > 0 ? pixels : otherwise;
}
