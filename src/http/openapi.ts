import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { toJsonSchema2020 } from './json-schema-2020.js';
import { sharedSchema, sharedSchemas } from './shared-schemas.js';

const PROBLEM = {
  description: 'An error: `code` is for programs and stays as it is, `detail` says what happened and what to do.',
  content: {
    'application/problem+json': {
      schema: sharedSchema('Problem'),
      example: {
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        code: 'request.invalid',
        detail: 'The request has fields that are missing or wrong.',
        requestId: '7d2f6a52-5a53-4f6e-9d3c-0d3a1f1b7a11',
        errors: [{ field: 'email', message: 'email must be an email' }],
      },
    },
  },
};

/** The OpenAPI document of every route. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Orchestrator')
    .setDescription(
      'Workflow automation: workflows, executions, credentials, tenants. Errors are application/problem+json.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token or an API key' })
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: operationId });
  const { schemas } = document.components ?? {};
  document.components = {
    ...document.components,
    schemas: { ...schemas, ...(sharedSchemas() as typeof schemas) },
    responses: { Problem: PROBLEM },
  };
  return toJsonSchema2020(withProblems(document)) as OpenAPIObject;
}

/** `ExecutionsController.replay` is `executionsReplay`: the names of the functions of a generated client. */
function operationId(controller: string, method: string): string {
  const resource = controller.replace(/Controller$/, '');
  return `${resource.charAt(0).toLowerCase()}${resource.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}

/** Says for every route what an error looks like. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  for (const [path, methods] of Object.entries(document.paths)) {
    if (!path.startsWith('/api/')) continue;
    for (const operation of [methods.get, methods.post, methods.put, methods.patch, methods.delete]) {
      if (operation) operation.responses.default = { $ref: '#/components/responses/Problem' };
    }
  }
  return document;
}

/** Serves it at /api-docs-json, and Swagger UI at /api-docs. Made when it is first asked for: it costs memory. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api-docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api-docs-json' });
}
