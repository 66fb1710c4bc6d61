import { Handle, Position } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { useEditor } from '../editor-store.ts';
import { useCanvasUiStore } from './canvas-ui.ts';
import { coveredPorts } from './covered-ports.ts';
import type { Port } from './geometry.ts';
import { joinedPorts } from './joined-ports.ts';

/** The ports of a node: what an edge may be drawn from or to, its name, and a `+` where nothing is joined yet. */
export const Ports = memo(function Ports({ id, ports }: { id: string; ports: readonly Port[] }) {
  const { canvas } = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const joined = useEditor(({ document }) => joinedPorts(document.edges, id));
  const covered = useEditor(({ document }) => (readOnly ? '' : coveredPorts(document.nodes, id, ports)));
  return ports.map((port) => {
    const name = port.name ?? (port.kind === 'main' ? undefined : canvas.kinds[port.kind]);
    const grows = !readOnly && (port.place === 'right' || port.place === 'bottom');
    return (
      <PortDot
        key={port.id}
        id={id}
        port={port}
        name={name}
        plus={grows && !joined.includes(`${port.id} `)}
        lower={isLower(ports, port)}
        covered={covered.includes(`${port.id} `)}
      />
    );
  });
});

const POSITIONS = { left: Position.Left, right: Position.Right, top: Position.Top, bottom: Position.Bottom };

/** A port: a dot of 10 px in a hit area of 24; those that carry no items are diamonds. */
const PortDot = memo(function PortDot({
  id,
  port,
  name,
  plus,
  lower,
  covered,
}: {
  id: string;
  port: Port;
  name?: string;
  plus: boolean;
  /** It is the second of two outputs. */
  lower: boolean;
  /** Another node lies where its `+` is: it is seen while its own node is pointed at. */
  covered: boolean;
}) {
  return (
    <>
      <Handle
        id={port.id}
        type={port.side === 'in' ? 'target' : 'source'}
        position={POSITIONS[port.place]}
        style={{ left: port.x, top: port.y }}
        className={classNames('port', port.kind !== 'main' && 'port-supply', port.error && 'port-error')}
      />
      {(name || plus) && (
        <span
          style={!plus && lower ? BELOW(port) : PLACES[port.place](port, plus)}
          className={classNames(
            'pointer-events-none absolute flex items-center gap-1.5',
            port.place === 'bottom' && 'flex-col gap-0',
            plus && covered && 'port-covered',
          )}
        >
          {name && (
            <span
              className={classNames(
                'max-w-28 truncate rounded-sm bg-bg/80 text-[11px] leading-4',
                port.error ? 'text-bad' : 'text-muted',
              )}
            >
              {name}
              {port.required && plus && <span aria-hidden="true"> *</span>}
            </span>
          )}
          {plus && <PlusButton id={id} port={port} />}
        </span>
      )}
    </>
  );
});

function isLower(ports: readonly Port[], port: Port): boolean {
  const outputs = ports.filter(({ place }) => place === 'right');
  return outputs.length === 2 && outputs[1] === port;
}

/** The name of the second of two outputs that is joined: below its edge, as the first's is above; clear of both. */
const BELOW = ({ x, y }: Port): React.CSSProperties => ({ left: x + 8, top: y + 3 });

/** Beside the port where it is open; above the edge that leaves it otherwise, clear of the badge at the corner. */
const PLACES: Record<Port['place'], (port: Port, open: boolean) => React.CSSProperties> = {
  left: ({ y }) => ({ right: 'calc(100% + 10px)', top: y - 18 }),
  right: ({ x, y }, open) => (open ? { left: x + 12, top: y - 10, height: 20 } : { left: x + 13, top: y - 19 }),
  top: ({ x }) => ({ left: x + 8, bottom: 'calc(100% + 2px)' }),
  bottom: ({ x, y }) => ({ left: x, top: y + 7, transform: 'translateX(-50%)' }),
};

function PlusButton({ id, port }: { id: string; port: Port }) {
  const { canvas } = useTexts();
  const ui = useCanvasUiStore();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={canvas.addAfter}
      title={canvas.addAfter}
      onClick={(event) => {
        event.stopPropagation();
        ui.setState({ adding: { node: id, port: port.id } });
      }}
      className="nodrag nopan pointer-events-auto flex size-5 items-center justify-center rounded-[6px] border border-dashed border-control bg-surface text-muted hover:border-accent hover:text-accent"
    >
      <Plus size={11} />
    </button>
  );
}
