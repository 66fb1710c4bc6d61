import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { PermissionName } from './permissions.js';

export const PERMISSION = 'access:permission';
export const PUBLIC = 'access:public';

/** The route needs a signed-in caller whose role has this permission. */
export const Permission = (name: PermissionName) => applyDecorators(SetMetadata(PERMISSION, name), ApiBearerAuth());

/** The route needs nobody to be signed in. `why` goes into docs/permissions.md. */
export const Public = (why: string) => SetMetadata(PUBLIC, why);
