import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type MemberRole, type PermissionName, roleMay } from './permissions.js';
import { Problem } from './problem.js';

/** Who is calling: a person who signed in, or an API key that acts for one. */
export interface Principal {
  kind: 'user' | 'apiKey';
  userId: string;
  tenantId: string;
  /** The role in that tenant, as it is now. Of an API key: no higher than that of the person it acts for. */
  role: MemberRole;
  /** All that an API key may do, of what its role may; everything of the role when left out. */
  permissions?: ReadonlySet<PermissionName>;
  /** Addresses and CIDR blocks that an API key may be used from; from anywhere when left out. */
  addresses?: readonly string[];
  /** The session or the API key. */
  id: string;
}

/** Whether somebody may do something, by their role and the bounds of their API key. */
export function may(
  { role, permissions }: Pick<Principal, 'role' | 'permissions'>,
  permission: PermissionName,
): boolean {
  return roleMay(role, permission) && (!permissions || permissions.has(permission));
}

/**
 * For a route that reaches, for some of what it is asked, what another permission is for.
 * @throws Problem 403
 */
export function requireAlso(caller: Principal, permission: PermissionName): void {
  if (!may(caller, permission))
    throw Problem.forbidden('auth.forbidden', `This needs the permission ${permission} too.`);
}

/** A request on its way through the API. */
export interface ApiRequest extends FastifyRequest {
  principal?: Principal;
}

/** Tells who a bearer token belongs to. The auth domain provides it. */
export abstract class Authenticator {
  /** `undefined` when the token is not good (any more). Never throws for a bad token. */
  abstract authenticate(token: string): Promise<Principal | undefined>;

  /**
   * Is told of each call that was let in. Must not wait or throw.
   * @param ip where it came from, as a trusted proxy tells it
   */
  abstract letIn(principal: Principal, ip: string): void;
}

/** Parameter decorator: the principal of the request. Only on routes that are not public. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<ApiRequest>();
  if (!principal) throw new Error('@Caller() on a public route');
  return principal;
});
