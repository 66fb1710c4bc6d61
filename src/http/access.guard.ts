import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PERMISSION, PUBLIC } from './access.js';
import { addressBlocks, isAmong } from './client-address.js';
import { PERSON_ONLY, type PermissionName, roleMay } from './permissions.js';
import { type ApiRequest, Authenticator, may } from './principal.js';
import { Problem } from './problem.js';

/** Longer ones are no tokens of ours, and are not looked at. */
const TOKEN_LIMIT = 4096;

/** Lets a request through when its route is public, or its caller's role has the permission that the route names. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<string>(PUBLIC, targets)) return true;
    const permission = this.reflector.getAllAndOverride<PermissionName>(PERMISSION, targets);
    if (!permission)
      throw new Error(`the route ${context.getClass().name}.${context.getHandler().name} names no permission`);
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const token = /^Bearer +([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token)
      throw new Problem(401, 'auth.required', 'Sign in, and send the access token or an API key as a Bearer token.');
    const principal = token.length <= TOKEN_LIMIT ? await this.authenticator.authenticate(token) : undefined;
    if (!principal)
      throw new Problem(401, 'auth.invalid_token', 'The access token or API key is not valid, or not any more.');
    if (principal.addresses && !isAmong(addressBlocks(principal.addresses), request.ip)) {
      throw Problem.forbidden(
        'apiKey.address_not_allowed',
        `This API key may not be used from ${request.ip}. The addresses that it may be used from were given when it was made.`,
      );
    }
    if (!roleMay(principal.role, permission)) {
      throw Problem.forbidden(
        'auth.forbidden',
        `This needs the permission ${permission}, which the role ${principal.role} does not have.`,
      );
    }
    if (principal.kind === 'apiKey' && PERSON_ONLY.has(permission)) {
      throw Problem.forbidden(
        'auth.person_required',
        'Only a person can do this. An API key is for one tenant and ends; this goes beyond it.',
      );
    }
    if (!may(principal, permission)) {
      throw Problem.forbidden(
        'auth.forbidden',
        `This needs the permission ${permission}, which this API key was not given.`,
      );
    }
    request.principal = principal;
    this.authenticator.letIn(principal, request.ip);
    return true;
  }
}
