import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { type FieldFault, Problem } from './problem.js';

/** Faults named in one answer; a body of a million wrong fields must not make an answer of that size. */
const FAULTS_SHOWN = 50;
/** Characters of a field's name that an answer repeats. */
const NAME_SHOWN = 200;
/** Fields of one body or query. No DTO has a third as many; what looks through them compares each with each. */
const MAX_FIELDS = 100;

function* faults(errors: readonly ValidationError[], path = ''): Generator<FieldFault> {
  for (const error of errors) {
    const property = error.property.slice(0, NAME_SHOWN);
    const field = path ? `${path}.${property}` : property;
    for (const message of Object.values(error.constraints ?? {})) yield { field, message: shown(message) };
    yield* faults(error.children ?? [], field);
  }
}

/** Messages repeat the name of the field, and sometimes what it holds. */
function shown(message: string): string {
  return message.length > 2 * NAME_SHOWN ? `${message.slice(0, 2 * NAME_SHOWN)}…` : message;
}

const invalid = (errors: FieldFault[]) =>
  new Problem(400, 'request.invalid', 'The request has fields that are missing or wrong.', { errors });

/**
 * Nest's pipe without what takes a whole document apart. DTOs are flat: what their fields hold is checked where it is, and
 * handed on as it came. (class-transformer copies it level by level, in time that grows with the square of an object's
 * keys: 50,000 of them took a second, and one body has room for a million.)
 */
class RequestValidation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (this.toValidate(metadata)) {
      if (Array.isArray(value)) throw invalid([{ field: '', message: 'has to be an object' }]);
      if (isRecord(value) && hasMoreKeys(value, MAX_FIELDS)) {
        throw invalid([{ field: '', message: `has more than ${MAX_FIELDS} fields` }]);
      }
    }
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      // Validators of addresses and of lengths in bytes encode what they check.
      if (error instanceof URIError) throw invalid([{ field: '', message: 'has half of a surrogate pair in it' }]);
      throw error;
    }
  }

  /** JSON has no gaps, nor has a query. */
  protected override closeArrayGaps(): void {}

  /** Bodies with such keys are refused by whoever reads them (`json-body.ts`), and none of them is a DTO's field. */
  protected override stripProtoKeys(): void {}
}

/** Makes an instance of a DTO, in which fields are as they came but for what its own decorators convert. */
function toInstance(dto: ClassConstructor<object>, given: unknown): unknown {
  if (!isRecord(given)) return plainToInstance(dto, given);
  const plain: Record<string, unknown> = {};
  const whole: Record<string, unknown> = {};
  // Decorators convert texts (of a query) and lists of texts; nothing else is theirs.
  for (const [key, value] of Object.entries(given)) (isRecord(value) || isLong(value) ? whole : plain)[key] = value;
  return Object.assign(plainToInstance(dto, plain) as object, whole);
}

/** A list longer than this is no list of a query. */
const LONG_LIST = 100;
const isLong = (value: unknown) => Array.isArray(value) && (value.length > LONG_LIST || value.some(isObject));
const isObject = (value: unknown) => typeof value === 'object' && value !== null;

function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value);
}

function hasMoreKeys(value: object, most: number): boolean {
  let keys = 0;
  for (const _ in value) if (++keys > most) return true;
  return false;
}

/** Checks bodies, queries and parameters against their DTO classes; fields that a DTO does not know are refused. */
export const validation = () =>
  new RequestValidation({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    transformerPackage: { plainToInstance: toInstance as typeof plainToInstance } as never,
    exceptionFactory: (errors) => invalid([...faults(errors).take(FAULTS_SHOWN)]),
  });
