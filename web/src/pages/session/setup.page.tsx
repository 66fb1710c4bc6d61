import { Link, useNavigate } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { signedIn } from '../../api/session.ts';
import { beginTour } from '../../app/tour/tour-store.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { AccountFields, NO_ACCOUNT, useMissing } from './account-fields.tsx';
import { dropLinkToken, useLinkToken } from './link-token.ts';
import { useStanding } from './session.queries.ts';
import { Fault, LINK, SessionCard } from './session-card.tsx';
import { useForm } from './use-form.ts';

/** The one-time link of a fresh installation: whoever has it becomes its owner. */
export default function SetupPage() {
  const { session } = useTexts();
  const token = useLinkToken();
  const standing = useStanding();
  const navigate = useNavigate();
  const missing = useMissing();
  const form = useForm({
    initial: NO_ACCOUNT,
    missing,
    send: async ({ name, email, password }) => {
      const body = { token: token ?? '', name: name.trim(), email: email.trim(), password };
      // Once it is claimed the server no longer tells the call, so it is kept for the tour.
      const sampleCall = standing.data?.sampleCall ?? undefined;
      await signedIn(await unwrap(api.POST('/api/v1/auth/setup', { body })));
      dropLinkToken();
      beginTour(sampleCall);
      await navigate({ to: '/workflows', replace: true });
    },
  });
  if (standing.isPending) {
    return (
      <SessionCard title={session.setupTitle}>
        <Skeleton />
      </SessionCard>
    );
  }
  if (standing.data?.claimed) {
    return (
      <SessionCard title={session.claimedTitle} text={session.claimedText}>
        <Link to="/sign-in" className={LINK}>
          {session.signIn}
        </Link>
      </SessionCard>
    );
  }
  if (!token) {
    return (
      <SessionCard title={session.linkIncompleteTitle} text={session.unclaimedHow}>
        <p className="text-muted">{session.unclaimedAgain}</p>
      </SessionCard>
    );
  }
  const { fault } = form;
  return (
    <SessionCard title={session.setupTitle} text={session.setupText}>
      <form {...form.form} className="flex flex-col gap-4">
        {fault && (
          <Fault>
            {fault.message}
            {fault instanceof ApiProblem && fault.code === 'auth.invalid_claim' && ` ${session.unclaimedAgain}`}
          </Fault>
        )}
        <AccountFields form={form} />
        <Button type="submit" look="primary" busy={form.busy} className="min-h-9">
          {session.setupAction}
        </Button>
      </form>
    </SessionCard>
  );
}
