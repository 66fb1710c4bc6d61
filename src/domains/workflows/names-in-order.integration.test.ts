import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

/** In the order in which people read them. */
const NAMES = ['apfel', 'Äpfel', 'Äste', 'item 1', 'item 2', 'Item 2', 'item 10', 'Item 010b', 'zebra', 'Zoo', '日本'];

let server: TestServer;
let person: TestPerson;

beforeAll(async () => {
  server = await testServer();
  person = await server.person('Ada');
});
afterAll(() => server.drop());

/** All names of a list, read in pages of two. */
async function inPages(path: string): Promise<string[]> {
  const names: string[] = [];
  for (let cursor = ''; ; ) {
    const { status, body } = await person.call('GET', `${path}&limit=2${cursor && `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    names.push(...body.items.map(({ name }: { name: string }) => name));
    if (body.nextCursor === null) return names;
    cursor = body.nextCursor;
  }
}

const subworkflow = { id: 't', name: 'T', type: 'subworkflowTrigger', version: 1, position: [0, 0], parameters: {} };

describe('names in order', () => {
  beforeAll(async () => {
    const mixed = NAMES.map((_, i) => NAMES[(i * 7) % NAMES.length] as string);
    for (const name of mixed) {
      const document = { name, nodes: [subworkflow], edges: [], settings: {}, tags: [name] };
      expect((await person.call('POST', 'workflows', document)).status).toBe(201);
    }
    for (const name of mixed.filter((each) => each !== 'Item 2')) {
      expect((await person.call('POST', 'folders', { name })).status).toBe(201);
    }
  });

  it('of workflows, whatever the pages, and backwards', async () => {
    expect(await inPages('workflows?sort=name')).toEqual(NAMES);
    expect(await inPages('workflows?sort=name&order=desc')).toEqual(NAMES.toReversed());
  });

  it('of workflows that can be called', async () => {
    expect(await inPages('workflows/callable?kind=subworkflow')).toEqual(NAMES);
  });

  it('of tags and folders', async () => {
    const tags = (await person.call('GET', 'workflows/tags')).body.items;
    expect(tags.map(({ tag }: { tag: string }) => tag)).toEqual(NAMES);
    const folders = (await person.call('GET', 'folders')).body.items;
    expect(folders.map(({ name }: { name: string }) => name)).toEqual(NAMES.filter((each) => each !== 'Item 2'));
  });
});
