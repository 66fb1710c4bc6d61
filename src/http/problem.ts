import { HttpException } from '@nestjs/common';

/** A fault of one field of a request. */
export interface FieldFault {
  /** Where, such as `nodes.0.name`. */
  field: string;
  message: string;
}

/**
 * An error that a caller can meet, answered as `application/problem+json`.
 * @example throw Problem.notFound('workflow', id)
 */
export class Problem extends HttpException {
  /**
   * @param code stable, `thing.what`, for programs
   * @param detail a sentence or two for people: what happened and what to do
   * @param more further members of the answer, such as the current version on a conflict
   */
  constructor(
    status: number,
    readonly code: string,
    readonly detail: string,
    readonly more: Record<string, unknown> & { errors?: FieldFault[] } = {},
  ) {
    super(detail, status);
  }

  /** 404 `thing.not_found`: it isn't there, or belongs to another tenant, which must look the same. */
  static notFound(thing: string, id: string): Problem {
    return new Problem(404, `${thing}.not_found`, `There is no ${thing} with the id '${id.slice(0, 100)}' here.`);
  }

  static conflict(code: string, detail: string, more: Record<string, unknown> = {}): Problem {
    return new Problem(409, code, detail, more);
  }

  static forbidden(code: string, detail: string): Problem {
    return new Problem(403, code, detail);
  }

  /** 422: well-formed, but what it says can't be done. `errors` name the fields. */
  static invalid(code: string, detail: string, errors: FieldFault[] = []): Problem {
    return new Problem(422, code, detail, errors.length > 0 ? { errors } : {});
  }

  /** 429 with the seconds to wait. */
  static tooMany(detail: string, retryAfter: number): Problem {
    return new Problem(429, 'rate.limited', detail, { retryAfter });
  }

  /** 503 with the seconds to wait: there is no room for it just now, whoever asks. */
  static busy(detail: string, retryAfter: number): Problem {
    return new Problem(503, 'server.busy', detail, { retryAfter });
  }
}
