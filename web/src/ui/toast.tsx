import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { create } from 'zustand';
import { useTexts } from '../texts/texts.ts';
import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';

interface Message {
  text: string;
  tone?: 'plain' | 'bad';
  /** A button in it: undo, open. */
  action?: { label: string; run(): void };
}

const useMessages = create<{ messages: (Message & { id: number })[] }>(() => ({ messages: [] }));
let next = 0;
const SHOWN_MS = 6000;
/** More at once would hide the page. */
const MOST = 3;

/** Says in passing that something happened. What a person has to act on belongs on the page instead. */
export function toast(message: Message): void {
  useMessages.setState(({ messages }) => ({ messages: [...messages, { ...message, id: next++ }].slice(-MOST) }));
}

/** Says what went wrong with something that was asked for. */
export const toastFault = (fault: unknown): void =>
  toast({ text: fault instanceof Error ? fault.message : String(fault), tone: 'bad' });

const drop = (id: number) =>
  useMessages.setState(({ messages }) => ({ messages: messages.filter((each) => each.id !== id) }));

/** Shows what `toast` says; once, near the root. */
export function Toasts() {
  const { words } = useTexts();
  const { messages } = useMessages();
  return (
    <Radix.Provider duration={SHOWN_MS}>
      {messages.map(({ id, text, tone, action }) => (
        <Radix.Root
          key={id}
          onOpenChange={(open) => !open && drop(id)}
          className={classNames(
            'flex items-center gap-2 rounded-card border bg-surface py-2 ps-4 pe-2 shadow-sheet',
            tone === 'bad' ? 'border-bad text-bad' : 'border-line',
          )}
        >
          <Radix.Description className="min-w-0 flex-1 break-words">{text}</Radix.Description>
          {action && (
            <Radix.Action asChild altText={action.label}>
              <Button onClick={action.run}>{action.label}</Button>
            </Radix.Action>
          )}
          <Radix.Close asChild>
            <IconButton label={words.close}>
              <X size={14} />
            </IconButton>
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="fixed end-4 bottom-4 z-50 flex w-96 max-w-[calc(100vw-32px)] flex-col gap-2 max-phone:bottom-20" />
    </Radix.Provider>
  );
}
