import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { refresh, useSession } from '../../api/session.ts';
import { useTexts } from '../../texts/texts.ts';
import { Skeleton } from '../../ui/states.tsx';
import { returnTo } from './return-to.ts';
import { useStanding } from './session.queries.ts';
import { LINK, SessionCard } from './session-card.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Signs in, and goes on where one was. */
export default function SignInPage() {
  const { session } = useTexts();
  const { to } = useSearch({ strict: false });
  const navigate = useNavigate();
  const router = useRouter();
  const state = useSession(({ state }) => state);
  const { data: standing, isPending } = useStanding();
  const goOn = () => navigate({ href: returnTo(to), replace: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when somebody is found to be signed in already
  useEffect(() => {
    if (state === 'loading') void refresh().catch(() => {});
    if (state === 'in') void router.invalidate().then(goOn);
  }, [state]);
  // Who owns the installation decides what stands here: nothing is shown that would be taken away at once.
  if (isPending || state === 'in') {
    return (
      <SessionCard title={session.signIn}>
        <Skeleton rows={4} />
      </SessionCard>
    );
  }
  if (standing && !standing.claimed) {
    return (
      <SessionCard title={session.unclaimedTitle} text={session.unclaimedText}>
        <p>{session.unclaimedHow}</p>
        <p className="mt-3 text-muted">{session.unclaimedAgain}</p>
        <SignInInstead onDone={goOn} />
      </SessionCard>
    );
  }
  return (
    <SessionCard
      title={session.signIn}
      below={
        standing?.registration === 'open' ? (
          <>
            {session.noAccount}{' '}
            <Link to="/register" search={{ to }} className={LINK}>
              {session.register}
            </Link>
          </>
        ) : (
          standing && session.byInvitation
        )
      }
    >
      <SignInForm action={session.signIn} onDone={goOn} />
    </SessionCard>
  );
}

/** Accounts can be there before anybody owns the installation: where registration is open. */
function SignInInstead({ onDone }: { onDone(): Promise<void> }) {
  const { session } = useTexts();
  return (
    <details className="mt-5 border-t border-line pt-4">
      <summary className="rounded-control font-medium">{session.haveAccount}</summary>
      <div className="mt-4">
        <SignInForm action={session.signIn} onDone={onDone} />
      </div>
    </details>
  );
}
