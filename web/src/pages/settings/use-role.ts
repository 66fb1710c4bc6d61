import { useSession } from '../../api/session.ts';
import type { Role } from './role-order.ts';

/** The role of who is signed in. */
export const useRole = (): Role => useSession(({ signed }) => signed?.tenant.role ?? 'viewer');
