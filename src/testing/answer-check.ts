import type { INestApplication } from '@nestjs/common';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApiDocument } from '../http/openapi.js';

type Schema = Record<string, unknown>;
type Responses = Record<string, { $ref?: string; content?: Record<string, { schema?: Schema; example?: unknown }> }>;

/** One JSON answer that the document tells of. */
export interface DocumentedAnswer {
  /** Such as `GET /api/v1/executions/{id} 200`. */
  name: string;
  schema: Schema;
  example: unknown;
}

/** Checks answers against the API's document, so that it can't say what is not so. */
export class AnswerCheck {
  private readonly ajv: Ajv2020;
  private readonly responses: { method: string; path: RegExp; template: string; responses: Responses }[] = [];
  private readonly compiled = new Map<Schema, ValidateFunction>();

  constructor(app: INestApplication) {
    const document = JSON.parse(JSON.stringify(openApiDocument(app))) as {
      paths: Record<string, Record<string, { responses: Responses }>>;
      components: Schema;
    };
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(this.ajv);
    closeObjects(document);
    this.ajv.addSchema({ $id: 'api', components: document.components });
    for (const [template, methods] of Object.entries(document.paths)) {
      const path = new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
      for (const [method, { responses }] of Object.entries(methods)) {
        this.responses.push({ method: method.toUpperCase(), path, template, responses });
      }
    }
    // A path without parameters comes before one that would take it for a parameter.
    this.responses.sort((a, b) => count(a.template) - count(b.template));
  }

  /** Every JSON answer of every route, with its example. */
  *documented(): Generator<DocumentedAnswer> {
    for (const { method, template, responses } of this.responses) {
      for (const [status, { content }] of Object.entries(responses)) {
        const json = content?.['application/json'];
        if (json) yield { name: `${method} ${template} ${status}`, schema: json.schema ?? {}, example: json.example };
      }
    }
  }

  /** What is wrong with an answer of the API; nothing when it is as documented, or of no route of the document. */
  faults(method: string, path: string, status: number, body: unknown): string | undefined {
    const route = this.responses.find((each) => each.method === method.toUpperCase() && each.path.test(path));
    if (!route) return undefined;
    const answer = route.responses[String(status)];
    if (answer) return this.compare(answer.content?.['application/json']?.schema, body);
    if (status < 400 && status !== 304) return `the status ${status} is not documented`;
    return status >= 400 ? this.compare({ $ref: '#/components/schemas/Problem' }, body) : undefined;
  }

  /** What is wrong with a value, by a schema of the document. */
  compare(schema: Schema | undefined, value: unknown): string | undefined {
    if (schema === undefined) return undefined;
    let validate = this.compiled.get(schema);
    if (!validate) {
      validate = this.ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')));
      this.compiled.set(schema, validate);
    }
    if (validate(value)) return undefined;
    return this.ajv.errorsText(validate.errors?.slice(0, 5), { dataVar: 'body' });
  }
}

const count = (template: string) => template.split('{').length;

/** A member that the document does not name is a fault: it would be missing in the clients' types. */
function closeObjects(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const schema = value as Schema;
  if (schema.type === 'object' && schema.properties && schema.additionalProperties === undefined) {
    schema.additionalProperties = false;
  }
  for (const each of Object.values(schema)) closeObjects(each);
}
