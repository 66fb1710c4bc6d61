import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document of every route. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Orchestrator')
    .setDescription(
      'Workflow automation: workflows, executions, credentials, tenants. Errors are application/problem+json.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token or an API key' })
    .build();
  return SwaggerModule.createDocument(app, config);
}

/** Serves it at /api-docs-json, and Swagger UI at /api-docs. Made when it is first asked for: it costs memory. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api-docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api-docs-json' });
}
