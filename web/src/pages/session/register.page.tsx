import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { signedIn } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { AccountFields, NO_ACCOUNT, useMissing } from './account-fields.tsx';
import { useLinkToken } from './link-token.ts';
import { returnTo } from './return-to.ts';
import { useStanding } from './session.queries.ts';
import { Fault, LINK, SessionCard } from './session-card.tsx';
import { useForm } from './use-form.ts';

/** Makes an account with a tenant of its own, where anybody may. */
export default function RegisterPage() {
  const { session } = useTexts();
  const { to } = useSearch({ strict: false });
  const navigate = useNavigate();
  const missing = useMissing();
  const standing = useStanding();
  const invitation = useLinkToken('invitation');
  const form = useForm({
    initial: NO_ACCOUNT,
    missing,
    send: async ({ name, email, password }) => {
      const body = { name: name.trim(), email: email.trim(), password };
      await signedIn(await unwrap(api.POST('/api/v1/auth/register', { body })));
      await navigate({ href: returnTo(to), replace: true });
    },
  });
  // Links of earlier versions brought the invitation here.
  if (invitation) return <Navigate to="/invitation" hash={`token=${invitation}`} replace />;
  const toSignIn = (
    <>
      {session.haveAccount}{' '}
      <Link to="/sign-in" search={{ to }} className={LINK}>
        {session.signIn}
      </Link>
    </>
  );
  if (standing.data?.registration === 'invite') {
    return <SessionCard title={session.inviteOnlyTitle} text={session.inviteOnlyText} below={toSignIn} />;
  }
  return (
    <SessionCard title={session.registerTitle} text={session.registerText} below={toSignIn}>
      {standing.isPending ? (
        <Skeleton />
      ) : (
        <form {...form.form} className="flex flex-col gap-4">
          {form.fault && <Fault>{form.fault.message}</Fault>}
          <AccountFields form={form} />
          <Button type="submit" look="primary" busy={form.busy} className="min-h-9">
            {session.registerAction}
          </Button>
        </form>
      )}
    </SessionCard>
  );
}
