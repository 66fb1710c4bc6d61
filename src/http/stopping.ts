import { Injectable } from '@nestjs/common';

/** Tells that the server begins to stop, so that answers without an end of their own (event streams) end. */
@Injectable()
export class Stopping {
  private readonly controller = new AbortController();

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  begin(): void {
    this.controller.abort();
  }
}
