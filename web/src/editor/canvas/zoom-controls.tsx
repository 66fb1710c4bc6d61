import { useReactFlow, useStore } from '@xyflow/react';
import { Map as MapIcon, Minus, Plus } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useEditor } from '../editor-store.ts';
import { useCanvasUi } from './canvas-ui.ts';
import { useCommands } from './commands.ts';

const ZOOM_MS = 120;

/** How near the canvas is seen, and buttons for it. @param low at the very bottom on phones, where no run bar lies */
export function ZoomControls({ low = false }: { low?: boolean }) {
  const { canvas } = useTexts();
  const flow = useReactFlow();
  const commands = useCommands();
  const readOnly = useEditor((state) => state.readOnly);
  const minimap = useCanvasUi((state) => state.minimap);
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    // Where the run bar leaves no room beside it, above it.
    <div
      className={classNames(
        'absolute start-3.5 bottom-3.5 flex gap-0.5 rounded-card bg-surface/80 p-0.5',
        low ? 'phone:@max-[70rem]:bottom-20' : '@max-[70rem]:bottom-20 max-phone:bottom-20',
      )}
    >
      <IconButton label={canvas.zoomOut} onClick={() => void flow.zoomOut({ duration: ZOOM_MS })}>
        <Minus size={14} />
      </IconButton>
      <Button
        look="quiet"
        className="min-w-14 px-1"
        title={canvas.zoomFull}
        onClick={() => void flow.zoomTo(1, { duration: ZOOM_MS })}
      >
        {percent}%
      </Button>
      <IconButton label={canvas.zoomIn} onClick={() => void flow.zoomIn({ duration: ZOOM_MS })}>
        <Plus size={14} />
      </IconButton>
      <IconButton
        label={canvas.minimap}
        aria-pressed={minimap}
        className="max-phone:hidden aria-pressed:bg-accent-soft aria-pressed:text-accent"
        onClick={() => commands.toggleMinimap()}
      >
        <MapIcon size={14} />
      </IconButton>
      {!readOnly && (
        <Button look="quiet" className="max-phone:hidden" onClick={() => void commands.arranging.tidy()}>
          {canvas.tidy}
        </Button>
      )}
    </div>
  );
}
