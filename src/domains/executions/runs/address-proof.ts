/**
 * That the address which a run was called at led to it when the call came in. A run may begin by what is remembered of
 * the address; its first commit is refused unless the addresses still stand at `epoch`, or that has been proven before.
 * So nothing of a run whose address has moved is ever written, acknowledged, or has an effect.
 */
export interface AddressProof {
  /** Number of `live_epoch` that what was remembered holds for. */
  readonly epoch: string;
  /** The addresses were seen to stand at that number after the call had come in. */
  proven: boolean;
}

/** The addresses have changed since a run's was looked up: nothing of the run was written, and its call is looked up anew. */
export class AddressesMovedError extends Error {
  override readonly name = 'AddressesMovedError';
  constructor() {
    super('The addresses of webhooks have changed since this one was looked up.');
  }
}
