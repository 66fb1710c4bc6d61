import { type DragEvent, type ReactNode, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { droppedExpression, FIELD_MIME } from '../dropped-field.ts';

interface Props {
  /** Missing where nothing can be dropped. */
  onDrop: ((expression: string) => void) | undefined;
  /** Is told while a field hovers over it. */
  children: (dropping: boolean) => ReactNode;
}

/** A place that takes a field; what is in it may take it first. */
export function DropZone({ onDrop, children }: Props) {
  const [dropping, setDropping] = useState(false);
  const drop = (event: DragEvent) => {
    setDropping(false);
    const text = droppedExpression(event.dataTransfer);
    if (!text || !onDrop || event.nativeEvent.defaultPrevented) return;
    event.preventDefault();
    onDrop(`=${text}`);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the menu of a field does the same
    <div
      className={classNames('rounded-card', dropping && 'outline-2 outline-offset-4 outline-accent outline-dashed')}
      onDragOver={(event) => {
        if (!onDrop || !event.dataTransfer.types.includes(FIELD_MIME)) return;
        // A field within that takes it says so.
        if (!event.defaultPrevented) event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={drop}
    >
      {children(dropping)}
    </div>
  );
}
