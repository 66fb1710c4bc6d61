import { Plus } from 'lucide-react';
import { memo } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { useEditor } from '../editor-store.ts';
import { useCanvasActions } from './canvas-actions.ts';
import type { Port } from './geometry.ts';
import { joinedPorts } from './joined-ports.ts';

/** The `+` behind every port that nothing is joined to yet. */
export const OpenPorts = memo(function OpenPorts({ id, ports }: { id: string; ports: readonly Port[] }) {
  const readOnly = useEditor((state) => state.readOnly);
  const joined = useEditor(({ document }) => joinedPorts(document.edges, id));
  if (readOnly) return null;
  return ports
    .filter((port) => (port.place === 'right' || port.place === 'bottom') && !joined.includes(`${port.id} `))
    .map((port) => <PlusButton key={port.id} id={id} port={port} />);
});

function PlusButton({ id, port }: { id: string; port: Port }) {
  const { canvas } = useTexts();
  const { addAt } = useCanvasActions();
  const down = port.place === 'bottom';
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={canvas.addAfter}
      title={canvas.addAfter}
      onClick={(event) => {
        event.stopPropagation();
        addAt({ node: id, port: port.id });
      }}
      style={down ? { left: port.x - 10, top: port.y + 26 } : { left: port.x + 18, top: port.y - 10 }}
      className="nodrag nopan absolute flex size-5 items-center justify-center rounded-[6px] border border-dashed border-control bg-surface text-muted hover:border-accent hover:text-accent"
    >
      <Plus size={11} />
    </button>
  );
}
