import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { Menu, type MenuEntry } from './menu.tsx';

interface Props extends Omit<ComponentProps<typeof Button>, 'look'> {
  /** The other ways to do it; a button without any is whole. */
  more: readonly MenuEntry[];
  /** What the menu of those is for. */
  moreLabel: string;
}

/** The primary action of a view, with a menu of other ways to do it. */
export function SplitButton({ more, moreLabel, className, ...button }: Props) {
  const isSplit = more.length > 0;
  return (
    <div className="flex min-w-0">
      <Button {...button} look="primary" className={classNames('min-w-0', isSplit && '!rounded-e-none', className)} />
      {isSplit && (
        <Menu items={more}>
          <IconButton
            look="primary"
            label={moreLabel}
            className="!min-h-8 !w-7 !rounded-s-none border-s-on-accent/40 max-phone:!min-h-10"
          >
            <ChevronDown size={14} />
          </IconButton>
        </Menu>
      )}
    </div>
  );
}
