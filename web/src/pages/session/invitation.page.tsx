import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { components } from '../../api/schema.d.ts';
import { refresh, signedIn, useSession } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AccountFields, NO_ACCOUNT, useMissing } from './account-fields.tsx';
import { dropLinkToken, useLinkToken } from './link-token.ts';
import { HOME } from './return-to.ts';
import { useInvitation } from './session.queries.ts';
import { Fault, SessionCard } from './session-card.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useForm } from './use-form.ts';

/** The one-time link into a tenant: for somebody who is signed in, who has an account, or who is new. */
export default function InvitationPage() {
  const { session } = useTexts();
  const token = useLinkToken();
  const state = useSession(({ state }) => state);
  const [way, setWay] = useState('new');
  const navigate = useNavigate();
  const invitation = useInvitation(token);
  useEffect(() => {
    if (state === 'loading') void refresh().catch(() => {});
  }, [state]);
  const arrive = async () => {
    dropLinkToken();
    await navigate({ href: HOME, replace: true });
  };
  const accept = async () => {
    const { tenantId } = await unwrap(api.POST('/api/v1/invitations/accept', { body: { token: token ?? '' } }));
    await signedIn(await unwrap(api.POST('/api/v1/auth/switch', { body: { tenantId } })));
    await arrive();
  };
  if (!token) return <SessionCard title={session.linkIncompleteTitle} text={session.linkIncompleteText} />;
  if (state === 'loading' || invitation.isLoading) {
    return (
      <SessionCard title={session.invitationTitle}>
        <Skeleton />
      </SessionCard>
    );
  }
  const { data: said, error } = invitation;
  if (error instanceof ApiProblem && error.status === 403) {
    return (
      <SessionCard title={session.invitationEnded}>
        <Fault>{session.invitationEndedText}</Fault>
      </SessionCard>
    );
  }
  return (
    <SessionCard
      title={said ? session.invitedTo(said.tenant) : session.invitationTitle}
      text={said ? <Said {...said} /> : session.invitationText}
    >
      {state === 'in' ? (
        <Accept onAccept={accept} />
      ) : (
        <Tabs
          label={session.invitationTitle}
          value={way}
          onChange={setWay}
          tabs={[
            { id: 'new', label: session.iAmNew, content: <NewAccount token={token} onDone={arrive} /> },
            {
              id: 'known',
              label: session.iHaveAccount,
              content: <SignInForm action={session.signInAndJoin} onDone={accept} />,
            },
          ]}
        />
      )}
    </SessionCard>
  );
}

/** Who invites, as what, and whom alone. */
function Said({ inviter, role, email }: components['schemas']['InvitationLook']) {
  const { session, settings } = useTexts();
  return (
    <>
      <p>{session.invitedAs(inviter, settings.roles[role])}</p>
      <p className="mt-1">{settings.roleTexts[role]}</p>
      {email && <p className="mt-1">{session.invitedOnly(email)}</p>}
    </>
  );
}

/** One click for somebody who is signed in. */
function Accept({ onAccept }: { onAccept(): Promise<void> }) {
  const { session } = useTexts();
  const signed = useSession(({ signed }) => signed);
  const form = useForm({ initial: {}, missing: () => ({}), send: onAccept });
  return (
    <form {...form.form} className="flex flex-col gap-4">
      {form.fault && <Fault>{form.fault.message}</Fault>}
      <p>{session.joinAs(signed?.user.name ?? '', signed?.user.email ?? '')}</p>
      <Button type="submit" look="primary" busy={form.busy} className="min-h-9">
        {session.join}
      </Button>
    </form>
  );
}

function NewAccount({ token, onDone }: { token: string; onDone(): Promise<void> }) {
  const { session } = useTexts();
  const missing = useMissing();
  const form = useForm({
    initial: NO_ACCOUNT,
    missing,
    send: async ({ name, email, password }) => {
      const body = { name: name.trim(), email: email.trim(), password, invitation: token };
      await signedIn(await unwrap(api.POST('/api/v1/auth/register', { body })));
      await onDone();
    },
  });
  return (
    <form {...form.form} className="flex flex-col gap-4">
      {form.fault && <Fault>{form.fault.message}</Fault>}
      <AccountFields form={form} />
      <Button type="submit" look="primary" busy={form.busy} className="min-h-9">
        {session.registerAndJoin}
      </Button>
    </form>
  );
}
