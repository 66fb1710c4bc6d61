import { X } from 'lucide-react';
import { DismissableLayer } from 'radix-ui/internal';
import { useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import { useTexts } from '../texts/texts.ts';
import { Button, IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { useEscape } from './escape.ts';

interface Message {
  text: string;
  tone?: 'plain' | 'bad';
  /** A button in it: undo, open. */
  action?: { label: string; run(): void };
}

/** What is being said; `Toasts` shows it. */
const useMessages = create<{ messages: readonly (Message & { id: number })[] }>(() => ({ messages: [] }));
let next = 0;
/** More at once would hide the page. */
const MOST = 3;

/** Says in passing that something happened. What a person has to act on belongs on the page instead. */
export function toast(message: Message): void {
  useMessages.setState(({ messages }) => ({ messages: [...messages, { ...message, id: next++ }].slice(-MOST) }));
}

/** Says what went wrong with something that was asked for. */
export const toastFault = (fault: unknown): void =>
  toast({ text: fault instanceof Error ? fault.message : String(fault), tone: 'bad' });

const dropToast = (id: number): void =>
  useMessages.setState(({ messages }) => ({ messages: messages.filter((each) => each.id !== id) }));

const SHOWN_MS = 6000;
/** Goes to what is said, from wherever the focus is. */
const KEY = 'F8';

/**
 * Shows what `toast` says; once, near the root. It is no layer over the page: it never takes the focus, and Esc acts on the
 * dialog or panel that is open, unless the focus is in here. A click in it does not count as one beside an open dialog.
 */
export function Toasts() {
  const { words } = useTexts();
  const { messages } = useMessages();
  const [held, setHeld] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLElement>(null);
  useEffect(() => {
    const go = (event: globalThis.KeyboardEvent) => {
      if (event.key === KEY) place.current?.querySelector<HTMLElement>('button')?.focus();
    };
    window.addEventListener('keydown', go);
    return () => window.removeEventListener('keydown', go);
  }, []);
  useEffect(() => {
    if (messages.length === 0) setHeld(false);
  }, [messages.length]);
  const close = (id: number) => {
    dropToast(id);
    if (place.current?.contains(document.activeElement)) before.current?.focus();
  };
  return (
    <DismissableLayer.Branch asChild>
      <section
        ref={place}
        aria-label={words.notices(KEY)}
        aria-live="polite"
        aria-relevant="additions"
        className="pointer-events-none fixed end-4 bottom-4 z-50 flex w-96 max-w-[calc(100vw-32px)] flex-col gap-2 max-phone:bottom-20"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={({ relatedTarget }) => {
          setHeld(true);
          if (relatedTarget instanceof HTMLElement && !place.current?.contains(relatedTarget)) {
            before.current = relatedTarget;
          }
        }}
        onBlur={() => setHeld(false)}
      >
        {messages.map(({ id, ...message }) => (
          <Toast key={id} {...message} held={held} onClose={() => close(id)} />
        ))}
      </section>
    </DismissableLayer.Branch>
  );
}

/** One thing that is said. Its time runs while nobody is at it. */
function Toast({ text, tone, action, held, onClose }: Message & { held: boolean; onClose(): void }) {
  const { words } = useTexts();
  const left = useRef(SHOWN_MS);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (held) return undefined;
    const started = performance.now();
    const timer = setTimeout(() => close.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - started;
    };
  }, [held]);
  const escapes = useEscape(() => {
    onClose();
    return true;
  });
  return (
    <div
      ref={escapes}
      className={classNames(
        'pointer-events-auto flex items-center gap-2 rounded-card border bg-surface py-2 ps-4 pe-2 shadow-sheet',
        tone === 'bad' ? 'border-bad text-bad' : 'border-line',
      )}
    >
      <p className="min-w-0 flex-1 wrap-anywhere">{text}</p>
      {action && (
        <Button
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={words.close} onClick={onClose}>
        <X size={14} />
      </IconButton>
    </div>
  );
}
