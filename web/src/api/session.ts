import { create } from 'zustand';
import { reach } from './connection.ts';
import { inTurn } from './plain-http.ts';
import { ApiProblem } from './problem.ts';

export interface Signed {
  user: { id: string; name: string; email: string };
  tenant: { id: string; name: string; slug: string; role: 'owner' | 'admin' | 'editor' | 'viewer' };
}

/**
 * Who is signed in, in this tab.
 *
 * `loading` until the refresh cookie was tried; then `out` or `in`. `expired` when a session ended under open work: the
 * page stays, and a dialog asks for the password.
 */
export interface Session {
  state: 'loading' | 'out' | 'in' | 'expired';
  signed?: Signed;
}

export const useSession = create<Session>(() => ({ state: 'loading' }));

/** The access token lives in memory alone; what renews it is a cookie that scripts can't read. */
let accessToken: string | undefined;
let expiresAt = 0;
/** Renewed this long before its end, in milliseconds. */
const AHEAD_MS = 20_000;

interface Tokens extends Partial<Signed> {
  accessToken: string;
  expiresIn: number;
}

/**
 * Takes over what sign-in, registration, set-up, a switch or a refresh answered; who it is for is asked where the answer
 * does not say.
 * @throws ApiProblem
 */
export async function signedIn(tokens: unknown): Promise<void> {
  const { accessToken: token, expiresIn, user, tenant } = tokens as Tokens;
  accessToken = token;
  expiresAt = Date.now() + expiresIn * 1000;
  useSession.setState({ state: 'in', signed: user && tenant ? { user, tenant } : await whoAmI(token) }, true);
}

async function whoAmI(token: string): Promise<Signed> {
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await reach(`/api/v1/${path}`, { headers });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new ApiProblem(answer.status, body);
    return body;
  };
  const [user, tenant] = await Promise.all([ask('users/me'), ask('tenants/current')]);
  return { user, tenant: { ...tenant, role: user.role } };
}

/** Forgets the session of this tab. */
export function signedOut(): void {
  accessToken = undefined;
  useSession.setState({ state: 'out' }, true);
}

let refreshing: Promise<boolean> | undefined;

/** Gets a new access token by the cookie; tabs take turns, as the cookie is used up by each. @returns whether it worked */
export function refresh(): Promise<boolean> {
  refreshing ??= inTurn('session', async () => {
    const answer = await reach('/api/v1/auth/refresh', { method: 'POST' });
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) {
      await signedIn(body);
      return true;
    }
    if (answer.status !== 401) throw new ApiProblem(answer.status, body);
    accessToken = undefined;
    const { state } = useSession.getState();
    if (state === 'in') useSession.setState({ state: 'expired' });
    else if (state === 'loading') signedOut();
    return false;
  }).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/** A token that is good for the next call; nothing when there is no session. */
export async function bearer(): Promise<string | undefined> {
  if (accessToken && Date.now() > expiresAt - AHEAD_MS) await refresh();
  else if (!accessToken && useSession.getState().state === 'loading') await refresh();
  return accessToken;
}
