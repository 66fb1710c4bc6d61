import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const text = { type: 'string' };
const PROBLEM = {
  description: 'An error: `code` is for programs and stays as it is, `detail` says what happened and what to do.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'detail'],
        properties: {
          type: text,
          title: text,
          status: { type: 'integer' },
          code: text,
          detail: text,
          requestId: { ...text, description: 'Leads to the call in the log' },
          errors: {
            type: 'array',
            items: { type: 'object', required: ['field', 'message'], properties: { field: text, message: text } },
          },
        },
      },
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
    .setTitle('Orchestrator')
    .setDescription(
      'Workflow automation: workflows, executions, credentials, tenants. Errors are application/problem+json.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token or an API key' })
    .build();
  return withProblems(SwaggerModule.createDocument(app, config));
}

/** Says for every route what an error looks like. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  document.components = { ...document.components, responses: { Problem: PROBLEM } };
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
