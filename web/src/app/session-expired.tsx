import { useNavigate } from '@tanstack/react-router';
import { Dialog } from 'radix-ui';
import { signedOut, useSession } from '../api/session.ts';
import { useMissing } from '../pages/session/account-fields.tsx';
import { PasswordField } from '../pages/session/password-field.tsx';
import { signInAgain } from '../pages/session/session.queries.ts';
import { Fault } from '../pages/session/session-card.tsx';
import { useForm } from '../pages/session/use-form.ts';
import { useTexts } from '../texts/texts.ts';
import { Button } from '../ui/button.tsx';
import { confirm } from '../ui/confirm.tsx';
import { useFocusReturn } from '../ui/focus-return.ts';

/** Over the page of somebody whose session ended while they worked: the page stays, and they go on. */
export function SessionExpired() {
  const expired = useSession(({ state }) => state === 'expired');
  const giveBack = useFocusReturn(expired);
  return (
    <Dialog.Root open={expired}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-overlay" />
        <Dialog.Content
          onCloseAutoFocus={giveBack}
          onEscapeKeyDown={(event) => event.preventDefault()}
          onPointerDownOutside={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
          className="fixed inset-x-4 top-[16vh] z-50 mx-auto max-w-sm rounded-sheet bg-surface p-5 shadow-sheet outline-none"
        >
          <Again />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Again() {
  const { session } = useTexts();
  const signed = useSession(({ signed }) => signed);
  const missing = useMissing();
  const navigate = useNavigate();
  const form = useForm({
    initial: { password: '' },
    missing,
    send: async ({ password }) => {
      if (signed) await signInAgain(signed, password);
    },
  });
  const leave = async () => {
    const sure = await confirm({
      title: session.signInElseTitle,
      text: session.signInElseText,
      action: session.signInElse,
      danger: true,
    });
    if (!sure) return;
    signedOut();
    await navigate({ to: '/sign-in' });
  };
  return (
    <form {...form.form} className="flex flex-col gap-4">
      <div>
        <Dialog.Title className="text-lg font-semibold">{session.expiredTitle}</Dialog.Title>
        <Dialog.Description className="mt-1 text-muted">
          {session.expiredText(signed?.user.email ?? '')}
        </Dialog.Description>
      </div>
      {form.fault && <Fault>{form.fault.message}</Fault>}
      {/* So that a password manager knows whose password is asked for. */}
      <input type="email" autoComplete="username" value={signed?.user.email ?? ''} readOnly hidden />
      <PasswordField {...form.input('password')} error={form.errors.password} autoFocus />
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={() => void leave()}>
          {session.signInElse}
        </Button>
        <Button type="submit" look="primary" busy={form.busy}>
          {session.goOn}
        </Button>
      </div>
    </form>
  );
}
