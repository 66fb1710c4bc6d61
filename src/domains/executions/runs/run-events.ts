import { Injectable } from '@nestjs/common';
import type { RunEvent } from '@orchestrator/engine';

type Listener = (placed: { seq: number; event: RunEvent }) => void;

/** Events of the runs that this process drives, as they happen: for live views of this instance. */
@Injectable()
export class RunEvents {
  private readonly listeners = new Map<string, Set<Listener>>();

  /** @returns stops listening */
  listen(executionId: string, listener: Listener): () => void {
    const set = this.listeners.get(executionId) ?? new Set();
    set.add(listener);
    this.listeners.set(executionId, set);
    return () => {
      set.delete(listener);
      if (set.size === 0) this.listeners.delete(executionId);
    };
  }

  /** @param seq place of the event in the run's journal */
  tell(executionId: string, seq: number, event: RunEvent): void {
    for (const listener of this.listeners.get(executionId) ?? []) listener({ seq, event });
  }
}
