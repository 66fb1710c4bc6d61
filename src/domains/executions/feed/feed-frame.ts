import type { RunEvent } from '@orchestrator/engine';

/** An event of a run as streams send it. */
export interface FeedFrame {
  /** Place in the journal. */
  seq: number;
  /** Of the server-sent event, made once for all streams. */
  bytes: Buffer;
  /** Nothing follows. */
  isLast: boolean;
}

/** The id is the event's place in the journal, so that a stream that broke off can go on behind it. */
export function feedFrame(seq: number, event: RunEvent): FeedFrame {
  const bytes = Buffer.from(`id: ${seq}\nevent: ${event.t}\ndata: ${JSON.stringify(event)}\n\n`);
  return { seq, bytes, isLast: event.t === 'finished' };
}
