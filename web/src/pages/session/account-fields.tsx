import { useTexts } from '../../texts/texts.ts';
import { Field, Input } from '../../ui/field.tsx';
import { PasswordField } from './password-field.tsx';
import type { Form } from './use-form.ts';

/** What every new account is made from. */
export const NO_ACCOUNT = { name: '', email: '', password: '' };

/** RFC 5321 §4.5.3.1. */
const EMAIL_LIMIT = 254;
const NAME_LIMIT = 100;

/** What is seen to be missing of a new account before it is sent. */
export function useMissing() {
  const { session } = useTexts();
  return (account: Partial<Record<string, string>>): Partial<Record<string, string>> => ({
    ...(account.name !== undefined && !account.name.trim() ? { name: session.nameMissing } : {}),
    ...(account.email !== undefined && !/^\s*[^\s@]+@[^\s@]+\s*$/.test(account.email)
      ? { email: account.email.trim() ? session.emailWrong : session.emailMissing }
      : {}),
    ...(account.password === '' ? { password: session.passwordMissing } : {}),
  });
}

/** Name, address and a new password. */
export function AccountFields({ form }: { form: Form }) {
  const { session } = useTexts();
  return (
    <>
      <Field label={session.yourName} error={form.errors.name}>
        {(control) => (
          <Input {...control} {...form.input('name')} autoComplete="name" maxLength={NAME_LIMIT} autoFocus />
        )}
      </Field>
      <EmailField form={form} hint={session.emailHint} />
      <PasswordField {...form.input('password')} isNew error={form.errors.password} />
    </>
  );
}

/** The address that one signs in with. */
export function EmailField({ form, hint, autoFocus }: { form: Form; hint?: string; autoFocus?: boolean }) {
  const { session } = useTexts();
  return (
    <Field label={session.email} error={form.errors.email} hint={hint}>
      {(control) => (
        <Input
          {...control}
          {...form.input('email')}
          type="email"
          autoComplete="username"
          maxLength={EMAIL_LIMIT}
          autoFocus={autoFocus}
        />
      )}
    </Field>
  );
}
