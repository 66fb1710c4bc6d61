/** The type under which a dragged field travels; other drags are none of a form's. */
export const FIELD_MIME = 'application/x-orchestrator-field';

/** Puts a field's expression (`$json.total`) into a drag, for forms here and as text for elsewhere. */
export function dragField(transfer: DataTransfer, expression: string): void {
  transfer.setData(FIELD_MIME, expression);
  transfer.setData('text/plain', `{{ ${expression} }}`);
  transfer.effectAllowed = 'copy';
}

/** The text `{{ ... }}` of a dropped field; nothing when something else was dropped. */
export function droppedExpression(transfer: DataTransfer): string | undefined {
  const expression = transfer.getData(FIELD_MIME);
  return expression ? `{{ ${expression} }}` : undefined;
}
