import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { isFocusReturning } from './focus-return.ts';

/**
 * Says more about what is under the pointer or has the focus; never in the way of what it lies over, and not where fingers
 * do the pointing (app.css). The app has one `Radix.Provider` around it.
 */
export function Tooltip({
  text,
  side,
  children,
}: {
  text: ReactNode;
  side?: Radix.TooltipContentProps['side'];
  children: ReactNode;
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild onFocus={(event) => isFocusReturning() && event.preventDefault()}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          className="tooltip z-50 max-w-72 rounded-control bg-text px-2 py-1 text-sm text-bg shadow-card"
        >
          {text}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
