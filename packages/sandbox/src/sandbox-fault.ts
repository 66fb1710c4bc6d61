export type SandboxFaultCode =
  | 'sandbox.timeout'
  | 'sandbox.memory'
  | 'sandbox.crashed'
  | 'sandbox.queue_full'
  | 'sandbox.result_too_large'
  | 'sandbox.stuck'
  | 'sandbox.cancelled'
  | 'sandbox.closed';

/** A job came to no result, for a reason outside what its code threw. The message is for the person who wrote it. */
export class SandboxFault extends Error {
  override readonly name = 'SandboxFault';
  constructor(
    readonly code: SandboxFaultCode,
    message: string,
  ) {
    super(message);
  }
}
