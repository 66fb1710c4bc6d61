import type { JsonObject } from '@orchestrator/workflow';

/** A fault that a person can meet: what happened, on which item, and what to do. */
export class NodeFault extends Error {
  override readonly name = 'NodeFault';
  readonly code: string;
  readonly description?: string;
  readonly itemIndex?: number;
  readonly details?: JsonObject;
  /** `false`: trying again can't help. */
  readonly retryable: boolean;
  constructor(
    message: string,
    options: {
      code?: string;
      description?: string;
      itemIndex?: number;
      details?: JsonObject;
      retryable?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = options.code ?? 'node.failed';
    this.description = options.description;
    this.itemIndex = options.itemIndex;
    this.details = options.details;
    this.retryable = options.retryable ?? true;
  }
}

/** The message of whatever was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
