import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiTypes } from './api-types.js';
import { configurationPage } from './config/configuration-page.js';
import { openApiDocument } from './http/openapi.js';
import { permissionsPage } from './http/permissions-page.js';
import { routesOf } from './http/routes.js';
import { Database } from './infrastructure/database/database.js';
import { schemaPage } from './infrastructure/database/schema-page.js';

/** The files that are made from the code and from what its migrations make, by path. */
export async function generatedPages(app: NestFastifyApplication): Promise<Record<string, string>> {
  const api = openApiDocument(app);
  return {
    'docs/configuration.md': configurationPage(),
    'docs/permissions.md': permissionsPage(routesOf(app)),
    'docs/schema.sql': await schemaPage(app.get(Database).api),
    'docs/openapi.json': `${JSON.stringify(api, null, 2)}\n`,
    'web/src/api/schema.d.ts': await apiTypes(api),
  };
}
