import { useReactFlow, useStore } from '@xyflow/react';
import { Minus, Plus } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useEditor } from '../editor-store.ts';
import { useCommands } from './commands.ts';

const ZOOM_MS = 120;

/** How near the canvas is seen, and buttons for it. */
export function ZoomControls() {
  const { canvas } = useTexts();
  const flow = useReactFlow();
  const commands = useCommands();
  const readOnly = useEditor((state) => state.readOnly);
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <div className="absolute start-3.5 bottom-3.5 flex gap-1.5 max-phone:bottom-20">
      <IconButton label={canvas.zoomOut} look="plain" onClick={() => void flow.zoomOut({ duration: ZOOM_MS })}>
        <Minus size={14} />
      </IconButton>
      <Button
        className="min-w-14 px-1"
        title={canvas.zoomFull}
        onClick={() => void flow.zoomTo(1, { duration: ZOOM_MS })}
      >
        {percent}%
      </Button>
      <IconButton label={canvas.zoomIn} look="plain" onClick={() => void flow.zoomIn({ duration: ZOOM_MS })}>
        <Plus size={14} />
      </IconButton>
      {!readOnly && (
        <Button className="max-phone:hidden" onClick={() => void commands.arranging.tidy()}>
          {canvas.tidy}
        </Button>
      )}
    </div>
  );
}
