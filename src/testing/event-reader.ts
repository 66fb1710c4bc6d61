import type { TestPerson, TestServer } from './test-server.js';

/** A stream of server-sent events that is being read. */
export interface EventReader {
  status: number;
  /** What was read and not taken yet. */
  events: { id?: string; type: string; data: Record<string, unknown> }[];
  /** Takes the next event of the type, and leaves out those before it. @throws when none comes in time */
  next(type: string): Promise<Record<string, unknown>>;
  /** Resolves when the server ended it. */
  ended: Promise<void>;
  close(): void;
}

const WAIT_MS = 5_000;

/** Reads a stream of the API as somebody, from now on. */
export async function readEvents(
  server: Pick<TestServer, 'url'>,
  person: TestPerson,
  path: string,
  more: Record<string, string> = {},
): Promise<EventReader> {
  const abort = new AbortController();
  const headers = { authorization: `Bearer ${person.accessToken}`, ...more };
  const answer = await fetch(`${server.url}/api/v1/${path}`, { headers, signal: abort.signal });
  const events: EventReader['events'] = [];
  let wake = () => {};
  const read = async () => {
    let rest = '';
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      rest += text;
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, id, type, data] = /^(?:id: (.+)\n)?event: (.+)\ndata: (.+)$/m.exec(block) ?? [];
        if (type && data) events.push({ ...(id && { id }), type, data: JSON.parse(data) });
      }
      wake();
    }
  };
  return {
    status: answer.status,
    events,
    ended: read().catch(() => {}),
    async next(type) {
      const end = Date.now() + WAIT_MS;
      for (;;) {
        const at = events.findIndex((event) => event.type === type);
        if (at >= 0) return events.splice(0, at + 1).at(-1)?.data ?? {};
        if (Date.now() > end) throw new Error(`no ${type} came; what came: ${JSON.stringify(events)}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 100);
        });
      }
    },
    close: () => abort.abort(),
  };
}
