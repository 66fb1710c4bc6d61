import type { DragEvent } from 'react';

/** What is dragged within the page: ids of workflows, or of one folder. */
const TYPE = 'application/x-orchestrator';

export interface Dragged {
  workflows?: readonly string[];
  folder?: string;
}

export function drag(event: DragEvent, what: Dragged): void {
  event.dataTransfer.setData(TYPE, JSON.stringify(what));
  event.dataTransfer.effectAllowed = 'move';
}

/** Whether what is over here comes from this page. What it is can be read when it is dropped, not before. */
export const isDragged = (event: DragEvent): boolean => event.dataTransfer.types.includes(TYPE);

export function dropped(event: DragEvent): Dragged {
  try {
    return JSON.parse(event.dataTransfer.getData(TYPE)) as Dragged;
  } catch {
    return {};
  }
}
