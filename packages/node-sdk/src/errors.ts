import type { ItemError, JsonObject } from '@orchestrator/workflow';

/** Where a fault happened, as far as it is known there. */
export interface FaultPlace {
  /** Index among the items of the first input. */
  itemIndex?: number;
  /** Path of the parameter that it is about: `options.timeout`, `fields[2].value`. */
  parameter?: string;
}

interface FaultOptions extends FaultPlace {
  code?: string;
  description?: string;
  details?: JsonObject;
  retryable?: boolean;
  cause?: unknown;
}

/** A fault that a person can meet: what happened, where, and what to do. */
export class NodeFault extends Error {
  override readonly name = 'NodeFault';
  readonly code: string;
  readonly description?: string;
  readonly itemIndex?: number;
  readonly parameter?: string;
  readonly details?: JsonObject;
  /** `false`: trying again can't help. */
  readonly retryable: boolean;
  constructor(message: string, options: FaultOptions = {}) {
    super(message, { cause: options.cause });
    this.code = options.code ?? 'node.failed';
    this.description = options.description;
    this.itemIndex = options.itemIndex;
    this.parameter = options.parameter;
    this.details = options.details;
    this.retryable = options.retryable ?? true;
  }

  /** The fault with what it does not say itself of where it happened. */
  at(place: FaultPlace): NodeFault {
    const { message, code, description, details, retryable, cause } = this;
    const itemIndex = this.itemIndex ?? place.itemIndex;
    const parameter = this.parameter ?? place.parameter;
    return new NodeFault(message, { code, description, details, retryable, cause, itemIndex, parameter });
  }
}

/** The message of whatever was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whatever was thrown as plain data, without a stack. */
export function toItemError(error: unknown): ItemError {
  if (!(error instanceof NodeFault)) return { message: errorMessage(error), code: 'node.failed' };
  const { message, code, description, itemIndex, parameter, details } = error;
  return {
    message,
    code,
    ...(description === undefined ? {} : { description }),
    ...(itemIndex === undefined ? {} : { itemIndex }),
    ...(parameter === undefined ? {} : { parameter: { path: parameter } }),
    ...(details === undefined ? {} : { details }),
  };
}
