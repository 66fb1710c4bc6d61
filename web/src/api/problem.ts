import { told } from '../texts/messages.ts';

/** An answer of the API that is not a success (`application/problem+json`), or a server that can't be reached. */
export class ApiProblem extends Error {
  /** HTTP status; 0 when nothing answered. */
  readonly status: number;
  /** Stable, such as `workflow.stale`; `network.unreachable` when nothing answered. */
  readonly code: string;
  /** What is wrong with which field of the body. */
  readonly errors: readonly { field: string; message: string }[];
  /** The whole body, for what a code carries besides (the current document of `workflow.stale`). */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(told(String(body.detail ?? body.title ?? 'The server gave no reason.')));
    this.status = status;
    this.code = String(body.code ?? 'unknown');
    const errors: { field: string; message: string }[] = Array.isArray(body.errors) ? body.errors : [];
    this.errors = errors.map((each) => ({ ...each, message: told(String(each.message)) }));
    this.body = body;
  }
}

/** The fault when there is no connection to the server. */
export const unreachable = (): ApiProblem =>
  new ApiProblem(0, {
    code: 'network.unreachable',
    detail: 'The server can’t be reached. Nothing is lost; try again.',
  });
