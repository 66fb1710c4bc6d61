import type { OpenAPIObject } from '@nestjs/swagger';
import { workflowTypeNames } from './http/shared-schemas.js';

const HEADER = '// Written by `npm run docs` from docs/openapi.json. Do not edit.\n';

/**
 * The types of the API for the app's client, as TypeScript. What the package of the document's format has types for is
 * taken from there. The tools for it are there only where the project is worked on.
 */
export async function apiTypes(document: OpenAPIObject): Promise<string> {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const { default: ts } = await import('typescript');
  const { factory } = ts;
  const imported = (name: string) =>
    factory.createImportTypeNode(
      factory.createLiteralTypeNode(factory.createStringLiteral('@orchestrator/workflow')),
      undefined,
      factory.createIdentifier(name),
    );
  const names = new Map(workflowTypeNames.map((name) => [`#/components/schemas/${name}`, name]));
  const nodes = await openapiTS(JSON.parse(JSON.stringify(document)), {
    // A member with a default may be left out of a question.
    defaultNonNullable: false,
    transform: (_, { path }) => {
      const name = path === undefined ? undefined : names.get(path);
      return name && imported(name);
    },
  });
  return HEADER + astToString(nodes);
}
