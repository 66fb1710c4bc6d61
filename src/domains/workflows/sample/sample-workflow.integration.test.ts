import { readFileSync } from 'node:fs';
import { expressionRules } from '@orchestrator/expression';
import { nodeTypeLookup } from '@orchestrator/node-sdk';
import { builtinNodes } from '@orchestrator/nodes';
import { validateWorkflow } from '@orchestrator/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestServer, testServer } from '../../../testing/test-server.js';

it('the sample has no fault, and is native', () => {
  const sample = JSON.parse(readFileSync(new URL('./sample-workflow.json', import.meta.url), 'utf8'));
  const expressions = expressionRules();
  expect(validateWorkflow(sample, { nodeTypes: nodeTypeLookup(builtinNodes), expressions })).toEqual([]);
});

describe('a fresh installation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.drop());

  it('answers the call that the start prints, in two ways', async () => {
    const [, url, body] = /^curl -X POST (\S+) -H 'content-type: application\/json' -d '(.*)'$/.exec(
      server.sampleCall ?? '',
    ) as unknown as [string, string, string];
    expect(url).toBe(`${server.url}/webhook/sample`);
    const call = (given: string) => server.call('POST', '/webhook/sample', given);
    expect(await call(body)).toMatchObject({ status: 200, body: { size: 'big', total: 120 } });
    const small = await call('{"price": 2, "count": 3}');
    expect(small.body).toEqual({
      size: 'small',
      total: 6,
      message: 'Thank you, stranger: 94 more and it ships free.',
    });
  });

  it('has one sample, however often and by however many instances it is started, and none once it is removed', async () => {
    const second = await testServer({}, server.databaseUrl);
    expect(second.sampleCall).toContain('/webhook/sample');
    const token = second.installation.claimLink?.split('#token=')[1];
    const claim = { token, email: 'owner@example.com', password: TEST_PASSWORD, name: 'Owner' };
    const owner = second.as((await second.call('POST', 'auth/setup', claim)).body.accessToken);
    const { items } = (await owner('GET', 'workflows')).body;
    expect(items.map((each: { active: boolean; tags: string[] }) => [each.active, each.tags])).toEqual([
      [true, ['sample']],
    ]);
    // The first start ran it once, the second did not; the other two are the calls above.
    const ran = (await owner('GET', 'executions')).body.items;
    expect(ran.map(({ status, mode }: { status: string; mode: string }) => [status, mode])).toEqual(
      Array.from({ length: 3 }, () => ['success', 'webhook']),
    );
    expect((await owner('DELETE', `workflows/${items[0].id}`)).status).toBe(204);
    expect((await server.call('POST', '/webhook/sample', {})).status).toBe(404);
    await second.drop();
    const third = await testServer({}, server.databaseUrl);
    expect(third.sampleCall).toBeUndefined();
    expect(third.installation.claimLink).toBeUndefined();
    await third.drop();
  });
});
