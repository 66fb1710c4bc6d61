/** `full`: no room to wait in. `timeout`: took longer than allowed. `failed`: threw, or its thread died. `closed`: the server stops. */
export type WorkerFaultCode =
  | 'workers.full'
  | 'workers.timeout'
  | 'workers.failed'
  | 'workers.cancelled'
  | 'workers.closed';

/** Why work was not done by a thread. */
export class WorkerFault extends Error {
  override readonly name = 'WorkerFault';

  constructor(
    readonly code: WorkerFaultCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
