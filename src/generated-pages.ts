import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configurationPage } from './config/configuration-page.js';
import { openApiDocument } from './http/openapi.js';
import { permissionsPage } from './http/permissions-page.js';
import { routesOf } from './http/routes.js';

/** The pages under docs/ that are made from the code, by file name. */
export function generatedPages(app: NestFastifyApplication): Record<string, string> {
  return {
    'configuration.md': configurationPage(),
    'permissions.md': permissionsPage(routesOf(app)),
    'openapi.json': `${JSON.stringify(openApiDocument(app), null, 2)}\n`,
  };
}
