import { afterAll, beforeAll, expect, it } from 'vitest';
import { routesOf } from '../../http/routes.js';
import { memberOf } from '../../testing/member-of.js';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

/** Every route that changes something of a tenant tells its audit; a new one has to be walked here, or named below. */
let server: TestServer;
let ada: TestPerson;
beforeAll(async () => {
  server = await testServer();
  ada = await server.person('Ada');
});
afterAll(() => server?.drop());

const CHANGES_NOTHING = [
  'POST /expressions/evaluate',
  'POST /expressions/evaluate-many',
  'POST /nodes/:type/options',
  'POST /nodes/describe',
  'POST /schedules/preview',
  'POST /workflows/fetch',
  'POST /workflows/translate',
  'POST /workflows/validate',
];
/** Tried in sign-in/sign-in-audit.integration.test.ts and one-time-links.integration.test.ts, or of no tenant. */
const OF_AN_ACCOUNT = [
  'POST /auth/invitation', // only tells
  'POST /auth/login',
  'POST /auth/logout',
  'POST /auth/refresh',
  'POST /auth/register',
  'POST /auth/reset-password',
  'POST /auth/setup',
  'POST /auth/switch',
  'POST /users/me/password',
  'DELETE /users/me/sessions/:id',
  'PUT /users/me/preferences',
  'POST /tenants', // tells the new tenant
  'DELETE /tenants/current', // its audit goes with it
];
/** Listening changes nothing; an answer is tried in standing-runs.integration.test.ts. */
const RUNS = ['POST /workflows/:id/listen', 'DELETE /workflows/:id/listen', 'POST /executions/:id/answer'];

it('every route that changes something tells the audit who did it', async () => {
  const seen = new Set<string>();
  const newest = async () => (await ada.call('GET', 'audit?limit=1')).body.items[0].id as string;
  /** @param path of the route, with the ids in place of its parameters */
  async function tells(method: string, path: string, ids: readonly string[] = [], body?: unknown, by = ada) {
    const before = await newest();
    const rest = [...ids];
    const { status, body: answer } = await by.call(
      method,
      path.slice(1).replace(/:\w+/g, () => rest.shift() ?? ''),
      body,
    );
    expect([method, path, status, answer?.detail]).toEqual([method, path, expect.toSatisfy((s) => s < 300), undefined]);
    await expect.poll(newest, { message: `${method} ${path} tells nothing` }).not.toBe(before);
    seen.add(`${method} ${path}`);
    return answer;
  }
  const start = { name: 'Start', type: 'manualTrigger', version: 1, parameters: {} };
  const made = (chain: Parameters<typeof workflow>[1], name = 'Made') =>
    tells('POST', '/workflows', [], workflow(name, chain));

  const plain = await made([start]);
  await tells('PUT', '/workflows/:id', [plain.id], { ...workflow('Saved', [start]), version: plain.version });
  await tells('PATCH', '/workflows/:id', [plain.id], { tags: ['a'] });
  await tells('PATCH', '/workflows/:id/versions/:version', [plain.id, '1'], { label: 'one' });
  await tells('POST', '/workflows/:id/duplicate', [plain.id], {});
  await tells('POST', '/workflows/import', [], workflow('Imported', [start]));
  await tells('POST', '/workflows/bulk', [], { action: 'tag', ids: [plain.id], tags: ['b'] });
  const hook = await made([nodes.webhook('walked', { methods: ['POST'] })]);
  await tells('POST', '/workflows/:id/activate', [hook.id], {});
  await tells('POST', '/workflows/:id/deactivate', [hook.id]);
  await tells('DELETE', '/webhooks/held/:id', [(await ada.call('GET', 'webhooks/held')).body.items[0].id]);
  const clock = { name: 'Clock', type: 'scheduleTrigger', version: 1, parameters: { rules: [{ field: 'hours' }] } };
  const timed = await made([clock]);
  await tells('POST', '/workflows/:id/activate', [timed.id], {});
  const schedule = (await ada.call('GET', 'schedules')).body.items[0].id;
  await tells('POST', '/schedules/:id/pause', [schedule]);
  await tells('POST', '/schedules/:id/resume', [schedule]);

  const talk = '/workflows/:id/comments';
  const comment = await tells('POST', talk, [plain.id], { text: 'hi', nodeId: null });
  await tells('PATCH', `${talk}/:commentId`, [plain.id, comment.id], { text: 'ho' });
  await tells('POST', `${talk}/:commentId/resolve`, [plain.id, comment.id]);
  await tells('POST', `${talk}/:commentId/reopen`, [plain.id, comment.id]);
  await tells('DELETE', `${talk}/:commentId`, [plain.id, comment.id]);

  const runs = await made([start, nodes.wait({ resume: 'webhook' })]);
  const waiting = async () => {
    const { executionId } = (await ada.call('POST', `workflows/${runs.id}/run`, {})).body;
    const status = async () => (await ada.call('GET', `executions/${executionId}`)).body.status;
    await expect.poll(status, { timeout: 15_000 }).toBe('waiting');
    return { executionId, status };
  };
  const [one, two, three] = [await waiting(), await waiting(), await waiting()];
  await tells('POST', '/executions/:id/resume', [one.executionId], {});
  await tells('POST', '/executions/:id/cancel', [two.executionId]);
  await tells('POST', '/executions/bulk', [], { action: 'cancel', ids: [three.executionId] });
  await expect.poll(two.status, { timeout: 15_000 }).toBe('cancelled');
  await tells('POST', '/workflows/:id/run', [plain.id], {});
  await tells('POST', '/executions/:id/retry', [two.executionId], {});
  await tells('POST', '/executions/:id/replay', [two.executionId], {});
  await tells('DELETE', '/executions/:id', [two.executionId]);

  const folder = await tells('POST', '/folders', [], { name: 'F' });
  await tells('PUT', '/folders/:id', [folder.id], { name: 'G', parentId: null });
  await tells('DELETE', '/folders/:id', [folder.id]);
  const secret = { name: 'c', type: 'httpBasicAuth', data: { user: 'a', password: 'b' } };
  const [first, second] = [
    await tells('POST', '/credentials', [], secret),
    await tells('POST', '/credentials', [], { ...secret, name: 'd' }),
  ];
  await tells('PUT', '/credentials/:id', [first.id], { name: 'e', data: { user: 'a', password: 'c' } });
  await tells('POST', '/credentials/:id/test', [first.id], {});
  await tells('POST', '/credentials/test', [], { ...secret, type: 'httpHeaderAuth', data: { name: 'a', value: 'b' } });
  await tells('DELETE', '/credentials/:id', [first.id]);
  await tells('POST', '/credentials/bulk', [], { action: 'delete', ids: [second.id] });
  const view = await tells('POST', '/views', [], { list: 'workflows', name: 'V', query: 'q=a', shared: true });
  await tells('PATCH', '/views/:id', [view.id], { name: 'W' });
  await tells('DELETE', '/views/:id', [view.id]);

  await tells('PATCH', '/users/me', [], { name: 'Countess' });
  await tells('PATCH', '/tenants/current', [], { name: 'Engines' });
  const key = await tells('POST', '/api-keys', [], { name: 'k' });
  await tells('DELETE', '/api-keys/:id', [key.id]);
  const invitation = await tells('POST', '/invitations', [], { role: 'viewer' });
  await tells('DELETE', '/invitations/:id', [invitation.id]);
  const { token } = await tells('POST', '/invitations', [], { role: 'viewer' });
  await tells('POST', '/invitations/accept', [], { token }, await server.person());
  const [member, leaver] = [await server.member(ada, 'editor'), await memberOf(server, ada, 'viewer')];
  await tells('PATCH', '/users/me', [], { name: 'Of two tenants' }, leaver);
  await tells('DELETE', '/tenants/current/members/me', [], undefined, leaver);
  await tells('POST', '/users/:id/password-reset', [member.userId], {});
  await tells('PATCH', '/tenants/current/members/:userId', [member.userId], { role: 'viewer' });
  await tells('DELETE', '/tenants/current/members/:userId', [member.userId]);
  await tells('DELETE', '/workflows/:id', [plain.id]);

  const known = new Set([...seen, ...CHANGES_NOTHING, ...OF_AN_ACCOUNT, ...RUNS]);
  const changing = routesOf(server.app).filter(({ method }) => method !== 'GET');
  expect(changing.map(({ method, path }) => `${method} ${path}`).filter((route) => !known.has(route))).toEqual([]);
}, 60_000);
