import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmailField, useMissing } from './account-fields.tsx';
import { PasswordField } from './password-field.tsx';
import { signIn } from './session.queries.ts';
import { Fault } from './session-card.tsx';
import { useForm } from './use-form.ts';

/** Address and password of somebody who has an account. */
export function SignInForm({ action, onDone }: { action: string; onDone(): Promise<void> }) {
  const { session } = useTexts();
  const missing = useMissing();
  const form = useForm({
    initial: { email: '', password: '' },
    missing,
    send: async ({ email, password }) => {
      await signIn(email, password);
      await onDone();
    },
  });
  return (
    <form {...form.form} className="flex flex-col gap-4">
      {form.fault && <Fault>{form.fault.message}</Fault>}
      <EmailField form={form} autoFocus />
      <PasswordField {...form.input('password')} error={form.errors.password} />
      <Button type="submit" look="primary" busy={form.busy} className="min-h-9">
        {action}
      </Button>
      <details className="text-sm text-muted">
        <summary className="w-fit rounded-control underline underline-offset-2">{session.forgot}</summary>
        <p className="mt-1">{session.forgotHow}</p>
      </details>
    </form>
  );
}
