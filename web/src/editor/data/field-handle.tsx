import { DropdownMenu as Radix } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { copyText } from '../../api/plain-http.ts';
import { dragField } from '../../forms/dropped-field.ts';
import { useFieldTargets } from '../../forms/field-targets.ts';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { toast } from '../../ui/toast.tsx';
import { type Path, pathText, referenceTo } from '../expression/paths.ts';

interface Props {
  path: Path;
  /** The node whose items these are, where that is not the one before. */
  node?: string;
  children: ReactNode;
  className?: string;
}

/** The name of a field: dragged into a parameter it becomes an expression; a click or Enter opens a menu for the same. */
export const FieldHandle = ({ path, node, ...rest }: Props) => (
  <ExpressionHandle expression={referenceTo(path, node)} name={pathText(path).replace(/^\./, '')} {...rest} />
);

/** What can be put into a parameter as an expression. */
export function ExpressionHandle({
  expression,
  name,
  children,
  className,
}: {
  expression: string;
  name: string;
  children: ReactNode;
  className?: string;
}) {
  const { panel } = useTexts();
  const [open, setOpen] = useState(false);
  const handle = useRef<HTMLSpanElement>(null);
  const keys = (event: KeyboardEvent) => {
    const pastes = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'v';
    if (event.key !== 'Enter' && event.key !== ' ' && !pastes) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(true);
  };
  return (
    <span className={classNames('relative inline-flex max-w-full min-w-0', className)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a <button> can't be dragged in every browser */}
      <span
        ref={handle}
        role="button"
        tabIndex={0}
        draggable
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={panel.useField(name)}
        title={expression}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
        onKeyDown={keys}
        onDragStart={(event) => dragField(event.dataTransfer, expression)}
        className="min-w-0 cursor-grab truncate rounded px-0.5 hover:bg-accent-soft active:cursor-grabbing"
      >
        {children}
      </span>
      {open && <UseMenu expression={expression} onClose={() => setOpen(false)} back={() => handle.current?.focus()} />}
    </span>
  );
}

/** Where a field can be used; drawn only while it is open, for there are many fields. */
function UseMenu({ expression, onClose, back }: { expression: string; onClose(): void; back(): void }) {
  const { panel } = useTexts();
  const targets = useFieldTargets((state) => state.targets);
  const copy = () => void copyText(`{{ ${expression} }}`).then(() => toast({ text: panel.expressionCopied }));
  const item = 'cursor-pointer truncate rounded-control px-2.5 py-1.5 outline-none data-highlighted:bg-accent-soft';
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Trigger aria-hidden="true" tabIndex={-1} className="pointer-events-none absolute inset-0" />
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={4}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            back();
          }}
          onClick={(event) => event.stopPropagation()}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-44 overflow-y-auto rounded-card border border-line bg-surface p-1 font-sans text-base text-text shadow-sheet"
        >
          <Radix.Item className={item} onSelect={copy}>
            {panel.copyExpression}
          </Radix.Item>
          {targets.length > 0 && (
            <Radix.Label className="px-2.5 pt-1.5 pb-1 text-sm text-muted">{panel.useIn}</Radix.Label>
          )}
          {targets.map((target) => (
            <Radix.Item key={target.key} className={item} onSelect={() => target.insert(expression)}>
              {target.label}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
