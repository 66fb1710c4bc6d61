import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  /** Keys that do the same. */
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  checked?: boolean;
  run(): void;
}

/** `null` is a rule, `heading` a line over those that follow. */
export type MenuEntry = MenuItem | { heading: string } | null;

/** A menu that opens from a button. */
export function Menu({
  children,
  items,
  align = 'end',
}: {
  children: ReactNode;
  items: readonly MenuEntry[];
  align?: 'start' | 'end';
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-44 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-sheet"
        >
          {items.map((item, index) =>
            item === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity
              <Radix.Separator key={index} className="my-1 h-px bg-line" />
            ) : 'heading' in item ? (
              <Radix.Label key={item.heading} className="px-2.5 pt-1.5 pb-1 text-sm text-muted">
                {item.heading}
              </Radix.Label>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: two tenants can have one name; the list is made anew
              <Line key={index} {...item} />
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** One line of a menu; one that can be chosen says whether it is. */
function Line({ label, icon, keys, danger, disabled, checked, run }: MenuItem) {
  const shared = {
    disabled,
    onSelect: run,
    className: classNames(
      'flex cursor-pointer items-center gap-2 rounded-control px-2.5 py-1.5 outline-none data-disabled:opacity-50 data-highlighted:bg-accent-soft max-phone:py-2.5',
      danger && 'text-bad',
    ),
  };
  const face = (
    <>
      {icon}
      <span className="min-w-0 flex-1 wrap-anywhere">{label}</span>
      {checked && <span aria-hidden="true">✓</span>}
      {keys && <kbd className="font-mono text-sm text-faint">{keys}</kbd>}
    </>
  );
  if (checked === undefined) return <Radix.Item {...shared}>{face}</Radix.Item>;
  return (
    <Radix.CheckboxItem {...shared} checked={checked}>
      {face}
    </Radix.CheckboxItem>
  );
}
