import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { dragField } from '../../forms/dropped-field.ts';
import { useTexts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { type Path, pathText, referenceTo } from '../expression/paths.ts';

interface Props {
  path: Path;
  /** The node whose items these are, where that is not the one before. */
  node?: string;
  children: ReactNode;
  className?: string;
}

/** The name of a field: dragged into a parameter it becomes an expression; its button copies that. */
export function FieldHandle({ path, node, children, className }: Props) {
  const { panel } = useTexts();
  const expression = referenceTo(path, node);
  return (
    <span className={`group inline-flex max-w-full items-center gap-1 ${className ?? ''}`}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, the button beside it copies the expression */}
      <span
        draggable
        onDragStart={(event) => dragField(event.dataTransfer, expression)}
        className="min-w-0 cursor-grab truncate active:cursor-grabbing"
      >
        {children}
      </span>
      <IconButton
        label={panel.copyExpression(pathText(path).slice(1))}
        className="!size-5 opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
        onClick={() => {
          void navigator.clipboard.writeText(`{{ ${expression} }}`).then(() => toast({ text: panel.expressionCopied }));
        }}
      >
        <Copy size={11} />
      </IconButton>
    </span>
  );
}
