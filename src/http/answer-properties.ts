import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { EXAMPLE_ID } from './documented.js';
import { type SchemaName, sharedSchema } from './shared-schemas.js';

/** Further words on a property; `nullable` and `required` as in `ApiProperty`. */
interface Words {
  description?: string;
  nullable?: boolean;
  required?: boolean;
}

const describe = (options: object): PropertyDecorator => ApiProperty(options as ApiPropertyOptions);

/** A UUID of an answer. */
export const IdProperty = (words: Words = {}) =>
  describe({ type: String, format: 'uuid', example: EXAMPLE_ID, ...words });

/** A time of an answer: ISO 8601 in UTC. */
export const TimeProperty = (words: Words = {}) =>
  describe({ type: String, format: 'date-time', example: '2026-11-24T09:30:00.000Z', ...words });

/** A shared schema as a property of an answer. */
export const SharedProperty = (name: SchemaName, words: Words = {}) =>
  describe({ allOf: [sharedSchema(name)], ...words });

/** A list of a shared schema. */
export const SharedListProperty = (name: SchemaName, words: Words = {}) =>
  describe({ type: 'array', items: sharedSchema(name), ...words });

/** An object with keys of its own, and values of one shape. */
export const MapProperty = (values: object, words: Words = {}) =>
  describe({ type: 'object', additionalProperties: values, ...words });
