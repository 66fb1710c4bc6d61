import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { useCanvasUi, useCanvasUiStore } from './canvas-ui.ts';
import type { Commands } from './commands.ts';
import { type MenuItem, type MenuLine, menuItems } from './menu-items.ts';

const SHEET = 'z-50 min-w-56 rounded-card border border-line bg-surface p-1 shadow-sheet';
const LINE =
  'flex cursor-pointer items-center gap-4 rounded-control px-2.5 py-1.5 outline-none data-highlighted:bg-accent-soft data-[state=open]:bg-accent-soft';

/** What a right click offers: for what is under it, or for the whole canvas. */
export function CanvasMenu({ commands }: { commands: Commands }) {
  const ui = useCanvasUiStore();
  const menu = useCanvasUi((state) => state.menu);
  return (
    <DropdownMenu.Root
      open={menu !== undefined}
      onOpenChange={(open) => !open && ui.setState({ menu: undefined })}
      modal={false}
    >
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden="true"
          className="pointer-events-none fixed size-0"
          style={{ left: menu?.at[0] ?? 0, top: menu?.at[1] ?? 0 }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="start" className={SHEET} onCloseAutoFocus={(event) => event.preventDefault()}>
          {menu && <Lines commands={commands} target={menu.target} />}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Lines({ commands, target }: { commands: Commands; target?: string }) {
  return withoutLooseRules(menuItems(commands, target, useTexts())).map((item, index) =>
    item === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity
      <DropdownMenu.Separator key={index} className="my-1 h-px bg-line" />
    ) : (
      <Line key={item.label} item={item} />
    ),
  );
}

/** Rules stand between lines: not at an end, and never two together. */
const withoutLooseRules = (lines: readonly MenuLine[]): (MenuItem | null)[] =>
  lines
    .filter((line) => line !== false)
    .filter((line, index, all) => line !== null || (index > 0 && index < all.length - 1 && all[index - 1] !== null));

function Line({ item: { label, keys, danger, checked, run, more } }: { item: MenuItem }) {
  if (more) {
    return (
      <DropdownMenu.Sub>
        <DropdownMenu.SubTrigger className={LINE}>
          <span className="flex-1">{label}</span>
          <ChevronRight size={14} aria-hidden="true" className="text-faint" />
        </DropdownMenu.SubTrigger>
        <DropdownMenu.Portal>
          <DropdownMenu.SubContent className={SHEET} sideOffset={4}>
            {more.map((item) => (
              <Line key={item.label} item={item} />
            ))}
          </DropdownMenu.SubContent>
        </DropdownMenu.Portal>
      </DropdownMenu.Sub>
    );
  }
  if (checked !== undefined) {
    return (
      <DropdownMenu.CheckboxItem checked={checked} onSelect={run} className={LINE}>
        <span className="flex-1">{label}</span>
        <DropdownMenu.ItemIndicator>
          <Check size={14} aria-hidden="true" />
        </DropdownMenu.ItemIndicator>
      </DropdownMenu.CheckboxItem>
    );
  }
  return (
    <DropdownMenu.Item onSelect={run} className={classNames(LINE, danger && 'text-bad')}>
      <span className="flex-1">{label}</span>
      {keys && <kbd className="font-mono text-sm text-faint">{keys}</kbd>}
    </DropdownMenu.Item>
  );
}
