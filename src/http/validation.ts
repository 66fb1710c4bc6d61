import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldFault, Problem } from './problem.js';

/** Faults named in one answer; a body of a million wrong fields must not make an answer of that size. */
const FAULTS_SHOWN = 50;

function* faults(errors: readonly ValidationError[], path = ''): Generator<FieldFault> {
  for (const error of errors) {
    const field = path ? `${path}.${error.property}` : error.property;
    for (const message of Object.values(error.constraints ?? {})) yield { field, message };
    yield* faults(error.children ?? [], field);
  }
}

/** Checks bodies, queries and parameters against their DTO classes; fields that a DTO does not know are refused. */
export const validation = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new Problem(400, 'request.invalid', 'The request has fields that are missing or wrong.', {
        errors: [...faults(errors).take(FAULTS_SHOWN)],
      }),
  });
