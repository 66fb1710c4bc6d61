import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { reach } from '../../api/connection.ts';
import { type Signed, signedIn } from '../../api/session.ts';

/** Whether somebody owns this installation, and who may register. */
export const useStanding = () =>
  useQuery({ queryKey: ['standing'], queryFn: () => unwrap(api.GET('/api/v1/auth/setup')), staleTime: 0 });

/** Whose invitation a link is, and where it leads; a 403 when it is not good any more. */
export const useInvitation = (token: string | undefined) =>
  useQuery({
    queryKey: ['invitation', token],
    queryFn: () => unwrap(api.POST('/api/v1/auth/invitation', { body: { token: token ?? '' } })),
    enabled: token !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Signs in. @throws ApiProblem */
export async function signIn(email: string, password: string): Promise<void> {
  await signedIn(await unwrap(api.POST('/api/v1/auth/login', { body: { email: email.trim(), password } })));
}

/**
 * Goes on with a session that had ended: the same person, in the tenant where the open page is.
 * @throws ApiProblem
 */
export async function signInAgain({ user, tenant }: Signed, password: string): Promise<void> {
  const tokens = await unwrap(api.POST('/api/v1/auth/login', { body: { email: user.email, password } }));
  // Another tab may have been in another tenant last; this one must never show the one and write to the other.
  const answer = await reach('/api/v1/auth/switch', {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tenantId: tenant.id }),
  });
  await signedIn(answer.ok ? await answer.json() : tokens);
}
