import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { useTexts } from '../texts/texts.ts';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { confirm } from './confirm.tsx';
import { useFocusReturn } from './focus-return.ts';
import { ScrollBody } from './scroll-body.tsx';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  /** The buttons, the primary one last. */
  actions?: ReactNode;
  size?: 'small' | 'medium' | 'large' | 'full';
  /** Text is written in it: once something was, Esc and a click beside it ask before that is lost. */
  holdsText?: boolean;
  children?: ReactNode;
}

/** The sheet takes the focus, unless a field in it has: not the button that closes it, which would show its tooltip. */
export function focusSheet(event: Event): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).focus();
}

const SIZES = { small: 'max-w-md', medium: 'max-w-xl', large: 'max-w-4xl', full: 'max-w-none h-[calc(100dvh-56px)]' };

/** A sheet over the page; from the bottom on phones. Esc and a click beside it close it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  actions,
  size = 'small',
  holdsText,
  children,
}: Props) {
  const { words, credentials } = useTexts();
  const giveBack = useFocusReturn(open);
  const isTyped = useRef(false);
  const typed = () => {
    isTyped.current = true;
  };
  const change = async (next: boolean) => {
    const { discardTitle: question, discardText: text, discard: action } = credentials;
    const asks = !next && holdsText && isTyped.current;
    if (!asks || (await confirm({ title: question, text, action, danger: true }))) onOpenChange(next);
  };
  return (
    <Radix.Root open={open} onOpenChange={(next) => void change(next)}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onInput={typed}
          onPaste={typed}
          onOpenAutoFocus={focusSheet}
          onCloseAutoFocus={giveBack}
          className={classNames(
            'fixed inset-x-7 top-7 z-40 mx-auto flex max-h-[calc(100dvh-56px)] flex-col rounded-sheet bg-surface shadow-sheet outline-none',
            'max-phone:inset-x-0 max-phone:top-auto max-phone:bottom-0 max-phone:max-h-[92dvh] max-phone:rounded-b-none',
            size !== 'full' && 'phone:top-[12vh] phone:max-h-[76vh]',
            SIZES[size],
          )}
        >
          <div className="flex items-start gap-2 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description && <Radix.Description className="mt-0.5 text-muted">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label={words.close}>
                <X size={16} />
              </IconButton>
            </Radix.Close>
          </div>
          <ScrollBody className="min-h-0 flex-1 px-5 py-2">{children}</ScrollBody>
          {actions && <div className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
