import { AlertDialog } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { create } from 'zustand';
import { useTexts } from '../texts/texts.ts';
import { Button } from './button.tsx';
import { useFocusReturn } from './focus-return.ts';

interface Question {
  title: string;
  /** What will happen, and whether it can be undone. */
  text: string;
  /** More, below the text: what is concerned. */
  details?: ReactNode;
  /** The verb of the button: "Delete workflow". */
  action: string;
  danger?: boolean;
}

const useQuestion = create<{ question?: Question; answer?: (yes: boolean) => void }>(() => ({}));

/** Asks before something that can't be undone. @returns whether the person agreed */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((answer) => useQuestion.setState({ question, answer }, true));
}

/** Shows what `confirm` asks; once, near the root. */
export function ConfirmDialog() {
  const { words } = useTexts();
  const { question, answer } = useQuestion();
  const giveBack = useFocusReturn(question !== undefined);
  const [shown, setShown] = useState(question);
  if (question && question !== shown) setShown(question);
  const close = (yes: boolean) => {
    answer?.(yes);
    useQuestion.setState({}, true);
  };
  return (
    <AlertDialog.Root open={question !== undefined} onOpenChange={(open) => !open && close(false)}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 bg-overlay" />
        <AlertDialog.Content
          onCloseAutoFocus={giveBack}
          className="fixed inset-x-4 top-[20vh] z-50 mx-auto max-w-md rounded-sheet bg-surface p-5 shadow-sheet outline-none"
        >
          <AlertDialog.Title className="text-lg font-semibold">{shown?.title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-muted">{shown?.text}</AlertDialog.Description>
          {shown?.details && <div className="mt-3">{shown.details}</div>}
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{words.cancel}</Button>
            </AlertDialog.Cancel>
            <Button look={shown?.danger ? 'danger' : 'primary'} onClick={() => close(true)}>
              {shown?.action}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
