import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configurationPage } from './config/configuration-page.js';
import { openApiDocument } from './http/openapi.js';
import { permissionsPage } from './http/permissions-page.js';
import { routesOf } from './http/routes.js';
import { Database } from './infrastructure/database/database.js';
import { schemaPage } from './infrastructure/database/schema-page.js';

/** The pages under docs/ that are made from the code and from what its migrations make, by file name. */
export async function generatedPages(app: NestFastifyApplication): Promise<Record<string, string>> {
  return {
    'configuration.md': configurationPage(),
    'permissions.md': permissionsPage(routesOf(app)),
    'schema.sql': await schemaPage(app.get(Database).api),
    'openapi.json': `${JSON.stringify(openApiDocument(app), null, 2)}\n`,
  };
}
