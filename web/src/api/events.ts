import { authorisedFetch } from './client.ts';
import { ApiProblem } from './problem.ts';

/** One server-sent event. */
export interface ServerEvent {
  id?: string;
  type: string;
  /** Parsed as JSON. */
  data: unknown;
}

/**
 * Follows a stream of server-sent events (`EventSource` can't send the token) until it ends or is aborted.
 * @param after the id of the last event that was read, to go on behind it
 * @throws ApiProblem when the server refuses
 */
export async function* serverEvents(path: string, signal: AbortSignal, after?: string): AsyncGenerator<ServerEvent> {
  const headers = { accept: 'text/event-stream', ...(after === undefined ? {} : { 'last-event-id': after }) };
  const answer = await authorisedFetch(new Request(new URL(path, location.origin), { headers, signal }));
  if (!answer.ok || !answer.body) throw new ApiProblem(answer.status, await answer.json().catch(() => ({})));
  let rest = '';
  for await (const text of readable(answer.body.pipeThrough(new TextDecoderStream()), signal)) {
    rest += text;
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parse(block);
      if (event) yield event;
    }
  }
}

async function* readable(stream: ReadableStream<string>, signal: AbortSignal): AsyncGenerator<string> {
  const reader = stream.getReader();
  try {
    while (!signal.aborted) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function parse(block: string): ServerEvent | undefined {
  const event: { id?: string; type: string } = { type: 'message' };
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon < 1) continue; // a comment: the server's heartbeat
    const value = line.slice(colon + 1).replace(/^ /, '');
    const field = line.slice(0, colon);
    if (field === 'data') data.push(value);
    else if (field === 'event') event.type = value;
    else if (field === 'id') event.id = value;
  }
  if (data.length === 0) return undefined;
  return { ...event, data: JSON.parse(data.join('\n')) };
}
