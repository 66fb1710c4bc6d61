import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvents } from '../../../testing/event-reader.js';
import { memberOf } from '../../../testing/member-of.js';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';

let server: TestServer;
let ada: TestPerson;
let vera: TestPerson;
let grace: TestPerson;

beforeAll(async () => {
  server = await testServer();
  ada = await server.person('Ada');
  vera = await memberOf(server, ada, 'viewer', 'Vera');
  grace = await memberOf(server, ada, 'editor', 'Grace');
});
afterAll(() => server.drop());

const make = async () =>
  (await ada.call('POST', 'workflows', { formatVersion: 1, name: 'Talked about', nodes: [], edges: [], settings: {} }))
    .body.id as string;
const say = (as: TestPerson, id: string, body: object) => as.call('POST', `workflows/${id}/comments`, body);
const threads = async (id: string, query = '') =>
  (await vera.call('GET', `workflows/${id}/comments${query}`)).body.items;

describe('threads', () => {
  it('are begun and answered by everybody who may read, viewers too, and told to those who have the workflow open', async () => {
    const id = await make();
    const stream = await readEvents(server, ada, `workflows/${id}/events`);
    await stream.next('state');
    const begun = await say(vera, id, { text: '  Why twice?  ', nodeId: 'edit' });
    expect(begun).toMatchObject({
      status: 201,
      body: { text: 'Why twice?', nodeId: 'edit', author: { id: vera.userId, name: 'Vera' }, resolvedAt: null },
    });
    expect(await stream.next('comments')).toMatchObject({ by: { name: 'Vera' } });
    stream.close();
    const replied = await say(grace, id, { text: 'It *retries*.', parentId: begun.body.id });
    expect(replied.body).toMatchObject({
      id: begun.body.id,
      replies: [{ text: 'It *retries*.', author: { name: 'Grace' } }],
    });
    await say(ada, id, { text: 'Nice work' });
    expect((await threads(id)).map((thread: { nodeId: string }) => thread.nodeId)).toEqual([null, 'edit']);
  });

  it('are resolved as a whole, told apart by it, and counted by node while they are open', async () => {
    const id = await make();
    const one = (await say(ada, id, { text: 'one', nodeId: 'a' })).body.id;
    await say(ada, id, { text: 'two', nodeId: 'a' });
    const reply = (await say(ada, id, { text: 'reply', parentId: one })).body.replies[0].id;
    const counts = async () => (await vera.call('GET', `workflows/${id}/comments/counts`)).body.items;
    expect(await counts()).toEqual([{ nodeId: 'a', open: 2 }]);
    const settled = await vera.call('POST', `workflows/${id}/comments/${one}/resolve`);
    expect(settled.body).toMatchObject({ resolvedAt: expect.any(String), resolvedBy: { name: 'Vera' } });
    expect(await counts()).toEqual([{ nodeId: 'a', open: 1 }]);
    expect(await threads(id, '?resolved=true')).toMatchObject([{ text: 'one' }]);
    expect(await threads(id, '?resolved=false')).toMatchObject([{ text: 'two' }]);
    expect((await vera.call('POST', `workflows/${id}/comments/${reply}/resolve`)).status).toBe(422);
    expect((await ada.call('POST', `workflows/${id}/comments/${one}/reopen`)).body.resolvedAt).toBeNull();
    expect(await counts()).toEqual([{ nodeId: 'a', open: 2 }]);
  });

  it('go page by page', async () => {
    const id = await make();
    for (const text of ['1', '2', '3']) await say(ada, id, { text });
    const first = (await ada.call('GET', `workflows/${id}/comments?limit=2`)).body;
    expect(first.items.map((each: { text: string }) => each.text)).toEqual(['3', '2']);
    const second = (await ada.call('GET', `workflows/${id}/comments?limit=2&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ items: [{ text: '1' }], nextCursor: null });
  });
});

describe('a comment', () => {
  it('is changed by who wrote it alone, and deleted by them or an admin', async () => {
    const id = await make();
    const said = (await say(vera, id, { text: 'mine' })).body.id;
    const path = `workflows/${id}/comments/${said}`;
    expect((await grace.call('PATCH', path, { text: 'hers' })).body.code).toBe('comment.not_yours');
    expect((await ada.call('PATCH', path, { text: 'the owner’s' })).status).toBe(403);
    expect((await vera.call('PATCH', path, { text: 'better' })).body).toMatchObject({
      text: 'better',
      editedAt: expect.any(String),
    });
    expect((await grace.call('DELETE', path)).body.code).toBe('comment.not_yours');
    expect((await ada.call('DELETE', path)).status).toBe(204);
    expect(await threads(id)).toEqual([]);
    expect((await vera.call('PATCH', path, { text: 'again' })).status).toBe(404);
  });

  it('that began a thread leaves the replies of others when it is deleted, and goes with the last of them', async () => {
    const id = await make();
    const first = (await say(vera, id, { text: 'first' })).body.id;
    const reply = (await say(grace, id, { text: 'reply', parentId: first })).body.replies[0].id;
    await vera.call('DELETE', `workflows/${id}/comments/${first}`);
    expect(await threads(id)).toMatchObject([{ text: '', deleted: true, replies: [{ text: 'reply' }] }]);
    await grace.call('DELETE', `workflows/${id}/comments/${reply}`);
    expect(await threads(id)).toEqual([]);
  });

  it('has bounds, and replies to the first of a thread', async () => {
    const id = await make();
    for (const text of ['', '   ', 'x'.repeat(4001), 7]) expect((await say(ada, id, { text })).status).toBe(400);
    expect((await say(ada, id, { text: `a\0b${'x'.repeat(3998)}` })).status).toBe(201);
    const thread = (await say(ada, id, { text: 'thread' })).body.id;
    const reply = (await say(ada, id, { text: 'reply', parentId: thread })).body.replies[0].id;
    expect((await say(ada, id, { text: 'deeper', parentId: reply })).status).toBe(422);
    expect((await say(ada, id, { text: 'elsewhere', parentId: thread, nodeId: 'b' })).status).toBe(422);
    const other = await make();
    expect((await say(ada, other, { text: 'astray', parentId: thread })).status).toBe(404);
    for (let more = 1; more < 50; more++) await say(ada, id, { text: 'more', parentId: thread });
    expect((await say(ada, id, { text: 'one too many', parentId: thread })).body.code).toBe('comment.too_many');
  });

  it('is nobody’s of another tenant, and goes with its workflow', async () => {
    const id = await make();
    const said = (await say(ada, id, { text: 'ours' })).body.id;
    const eve = await server.person('Eve');
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/counts', undefined],
      ['POST', '', { text: 'hi' }],
      ['PATCH', `/${said}`, { text: 'hi' }],
      ['DELETE', `/${said}`, undefined],
      ['POST', `/${said}/resolve`, undefined],
    ] as const) {
      const answer = await eve.call(method, `workflows/${id}/comments${path}`, body);
      expect([method, path, answer.status]).toEqual([method, path, 404]);
    }
    await ada.call('DELETE', `workflows/${id}`);
    expect((await ada.call('GET', `workflows/${id}/comments`)).status).toBe(404);
  });
});
