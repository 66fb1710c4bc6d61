import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';

/** An id as it is shown in examples. */
export const EXAMPLE_ID = '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e';

/**
 * Says what a route does and what it answers, with an example, for the API's documentation; sets the status.
 * @param example a body as it really looks; left out when there is none
 * @param media the type of the body
 */
export function Answers(
  status: number,
  summary: string,
  example?: unknown,
  media = 'application/json',
): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    ApiResponse({
      status,
      description: summary,
      ...(example === undefined
        ? {}
        : { content: { [media]: { schema: { type: typeof example === 'string' ? 'string' : 'object' }, example } } }),
    }),
  );
}
