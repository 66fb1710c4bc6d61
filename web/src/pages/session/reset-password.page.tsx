import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { signedOut } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { useMissing } from './account-fields.tsx';
import { dropLinkToken, useLinkToken } from './link-token.ts';
import { PasswordField } from './password-field.tsx';
import { Fault, LINK, SessionCard } from './session-card.tsx';
import { useForm } from './use-form.ts';

/** A new password by a one-time link, which an admin or the operator hands over. */
export default function ResetPasswordPage() {
  const { session } = useTexts();
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  const missing = useMissing();
  const form = useForm({
    initial: { password: '' },
    missing,
    send: async ({ password }) => {
      await unwrap(api.POST('/api/v1/auth/reset-password', { body: { token: token ?? '', password } }));
      // Every session was ended by it, that of this browser too.
      signedOut();
      setDone(true);
      dropLinkToken();
    },
  });
  const toSignIn = (
    <Link to="/sign-in" className={LINK}>
      {session.signIn}
    </Link>
  );
  if (done) {
    return (
      <SessionCard title={session.resetDoneTitle} text={session.resetDoneText}>
        {toSignIn}
      </SessionCard>
    );
  }
  if (!token) {
    return <SessionCard title={session.linkIncompleteTitle} text={session.linkIncompleteText} below={toSignIn} />;
  }
  return (
    <SessionCard title={session.resetTitle} text={session.resetText} below={toSignIn}>
      <form {...form.form} className="flex flex-col gap-4">
        {form.fault && <Fault>{form.fault.message}</Fault>}
        <PasswordField
          {...form.input('password')}
          label={session.newPassword}
          isNew
          error={form.errors.password}
          autoFocus
        />
        <Button type="submit" look="primary" busy={form.busy} className="min-h-9">
          {session.resetAction}
        </Button>
      </form>
    </SessionCard>
  );
}
