import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { type SchemaName, sharedSchema } from './shared-schemas.js';

/** An id as it is shown in examples. */
export const EXAMPLE_ID = '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e';

/** The header of a route that says its texts in the language of the person. */
export const ACCEPT_LANGUAGE = {
  name: 'accept-language',
  required: false,
  description: 'The language of the texts, such as `de`; English where it is not spoken',
} as const;

/** The shape of an answer: a class with `@ApiProperty`s, a schema that is shared, a page of one, or a bare list of one. */
export type AnswerShape = Type | SchemaName | PageShape | readonly [Type];

class PageShape {
  constructor(readonly of: Type | SchemaName) {}
}

/** The shape of `{items, nextCursor}`. */
export function pageOf(item: Type | SchemaName): PageShape {
  return new PageShape(item);
}

/**
 * Says what a route does and what it answers, with an example, for the API's documentation; sets the status.
 * @param example a body as it really looks; left out when there is none
 * @param as the shape of a JSON body, or the media type of a body of another kind
 */
export function Answers(status: number, summary: string, example?: unknown, as?: AnswerShape | MediaType) {
  return applyDecorators(HttpCode(status), ApiOperation({ summary }), AlsoAnswers(status, summary, example, as));
}

/** One more answer of a route, with a status of its own. */
export function AlsoAnswers(
  status: number,
  description: string,
  example?: unknown,
  as?: AnswerShape | MediaType,
): MethodDecorator {
  if (example === undefined) return ApiResponse({ status, description });
  const isText = typeof as === 'string' && as.includes('/');
  const media = isText ? as : 'application/json';
  const schema = isText ? { type: 'string' } : as === undefined ? { type: 'object' } : schemaOf(as as AnswerShape);
  return applyDecorators(
    ...(isText || as === undefined ? [] : modelsOf(as as AnswerShape).map((model) => ApiExtraModels(model))),
    ApiResponse({ status, description, content: { [media]: { schema, example } } }),
  );
}

type MediaType = `${string}/${string}`;

function schemaOf(shape: AnswerShape): object {
  if (shape instanceof PageShape) {
    return {
      type: 'object',
      required: ['items', 'nextCursor'],
      properties: {
        items: { type: 'array', items: schemaOf(shape.of) },
        nextCursor: {
          type: 'string',
          nullable: true,
          description: 'Hand it back as `cursor` for the next page; `null` on the last',
        },
      },
    };
  }
  if (typeof shape === 'string') return sharedSchema(shape);
  if (typeof shape === 'function') return { $ref: getSchemaPath(shape) };
  return { type: 'array', items: schemaOf(shape[0]) };
}

function modelsOf(shape: AnswerShape): Type[] {
  const one = shape instanceof PageShape ? shape.of : Array.isArray(shape) ? (shape[0] as Type) : shape;
  return typeof one === 'function' ? [one] : [];
}
