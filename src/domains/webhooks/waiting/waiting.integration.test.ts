import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';
import { nodes, workflow } from '../../../testing/webhook-workflows.js';

let server: TestServer;
let ada: TestPerson;
let made = 0;
beforeAll(async () => {
  server = await testServer();
  ada = await server.person('Ada');
});
afterAll(() => server?.drop());

type Made = Parameters<typeof workflow>[1][number];
const SHOW_LINK = 'return [{ json: { link: $execution.resumeUrl, old: $resumeWebhookUrl } }];';
const link = (name: string): Made => ({ ...nodes.code(SHOW_LINK), name });
const call = (name: string, more: object = {}): Made => ({ ...nodes.wait({ resume: 'webhook', ...more }), name });

/** Starts the workflow by hand. @returns the id of its run */
async function start(chain: readonly Made[]): Promise<string> {
  const trigger = { name: 'Start', type: 'manualTrigger', version: 1, parameters: {} };
  const { body } = await ada.call('POST', 'workflows', workflow(`Waits ${++made}`, [trigger, ...chain]));
  return (await ada.call('POST', `workflows/${body.id}/run`, {})).body.executionId;
}
const get = async (run: string) => (await ada.call('GET', `executions/${run}`)).body;
async function becomes(run: string, status: string, node?: string) {
  await expect
    .poll(async () => [(await get(run)).status, node && (await get(run)).waiting?.node], { timeout: 15_000 })
    .toEqual([status, node]);
  return get(run);
}
const linkOf = (run: Awaited<ReturnType<typeof get>>, node: string, times = 0): string =>
  run.runs[node][times].outputs[0][0].json.link;
/** Calls as a program does, unless headers say otherwise. */
async function open(url: string, headers: Record<string, string> = {}, method = 'GET', body?: string) {
  const answer = await fetch(url, { method, headers: { accept: '*/*', ...headers }, body, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
const PERSON = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'sec-fetch-dest': 'document' };

describe('the address of a wait', () => {
  it('is known before the wait begins, to nodes and to the API, and lets it go on once', async () => {
    const run = await start([link('Link'), call('Approval')]);
    const seen = await becomes(run, 'waiting', 'Approval');
    const url = linkOf(seen, 'Link');
    expect(url).toMatch(new RegExp(`^${server.url}/webhook-waiting/${run}/0-[0-9a-f]{32}$`));
    expect([seen.waiting.call.url, seen.runs.Link[0].outputs[0][0].json.old]).toEqual([url, url]);
    const done = await open(`${url}?approved=yes`);
    expect([done.status, JSON.parse(done.text)]).toEqual([200, { message: 'Workflow was started' }]);
    const { runs } = await becomes(run, 'success');
    expect(runs.Approval.at(-1).outputs[0][0].json).toMatchObject({ query: { approved: 'yes' }, body: {} });
    expect((await open(url)).status).toBe(409);
  });

  it('is of no use to who knows the run alone, or another run’s', async () => {
    const [run, other] = [await start([link('Link'), call('Wait')]), await start([link('Link'), call('Wait')])];
    const url = linkOf(await becomes(run, 'waiting', 'Wait'), 'Link');
    const theirs = linkOf(await becomes(other, 'waiting', 'Wait'), 'Link');
    const base = `${server.url}/webhook-waiting`;
    const token = url.split('/').at(-1) as string;
    const turned = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');
    for (const path of [
      run,
      `${run}/`,
      `${run}/${turned}`,
      `${run}/${token.toUpperCase().replace('0-', '1-')}`,
      `${run}/${token.replace('0-', '1-')}`,
      `${run}/${theirs.split('/').at(-1)}`,
      `${run}/${token}/more`,
      `${run}?signature=${token}`,
      `nothing/${token}`,
    ]) {
      const { status, text } = await open(`${base}/${path}`);
      expect([path, status, JSON.parse(text).code]).toEqual([path, 404, 'webhook.not_found']);
    }
    expect((await get(run)).status).toBe('waiting');
  });

  it('of an earlier wait is good for no later one, in a loop and behind a wait that ran out', async () => {
    const run = await start([
      link('One'),
      call('First', { limit: 'interval', limitAmount: 1, limitUnit: 'seconds' }),
      link('Two'),
      nodes.wait({ resume: 'interval', amount: 0.05, unit: 'seconds' }),
      call('Second'),
      link('Three'),
      call('Third'),
    ]);
    const second = await becomes(run, 'waiting', 'Second');
    const [one, two] = [linkOf(second, 'One'), linkOf(second, 'Two')];
    expect((await open(one)).status).toBe(409);
    expect((await open(two)).status).toBe(200);
    const third = await becomes(run, 'waiting', 'Third');
    expect([(await open(one)).status, (await open(two)).status]).toEqual([409, 409]);
    expect((await open(linkOf(third, 'Three'))).status).toBe(200);
    await becomes(run, 'success');
  });

  it('goes along with what workflows add to it: a suffix, a query, an ampersand', async () => {
    const run = await start([link('Link'), call('Wait', { options: { suffix: 'my/way' } })]);
    const url = linkOf(await becomes(run, 'waiting', 'Wait'), 'Link');
    expect((await open(`${url}/other`)).status).toBe(404);
    expect((await open(`${url}/my/way&approved=true&by=me`)).status).toBe(200);
    const { runs } = await becomes(run, 'success');
    expect(runs.Wait.at(-1).outputs[0][0].json.query).toEqual({ approved: 'true', by: 'me' });
  });

  it('without a proof is good for a wait that began before there were any, and for no later one', async () => {
    const run = await start([call('Old'), call('New')]);
    await becomes(run, 'waiting', 'Old');
    await server.app
      .get(UnitOfWork)
      .asEngine((tx) => tx.query('update executions set unsigned_wait = true where id = $1', [run]));
    const url = `${server.url}/webhook-waiting/${run}`;
    expect((await open(url)).status).toBe(200);
    await becomes(run, 'waiting', 'New');
    expect((await open(url)).status).toBe(404);
  });
});

describe('an address that a person opens', () => {
  it('shows a page with a button, and the button lets the run go on as the call would have', async () => {
    const run = await start([
      link('Link'),
      call('Approval', { responseMode: 'lastNode', options: {} }),
      nodes.code(
        'return [{ json: { said: $json.query.approved, ...$json.body, type: $json.headers["content-type"] } }]',
      ),
    ]);
    const url = `${linkOf(await becomes(run, 'waiting', 'Approval'), 'Link')}?approved=no`;
    const page = await open(url, PERSON);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).not.toMatch(/<script|Waits/);
    expect((await get(run)).status).toBe('waiting');
    const [, name, value] = /name="([^"]+)" value="([^"]+)"/.exec(page.text) as unknown as string[];
    const form = { ...PERSON, 'content-type': 'application/x-www-form-urlencoded' };
    for (const body of ['', `${name}=no`, `${name}=${value}&a=b`])
      expect((await open(url, form, 'POST', body)).status).toBe(404);
    const done = await open(url, form, 'POST', `${name}=${value}`);
    expect([done.status, JSON.parse(done.text)]).toEqual([200, { said: 'no' }]);
    await becomes(run, 'success');
    const after = await open(url, { ...PERSON, 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' });
    expect([after.status, after.text]).toEqual([409, expect.stringContaining('Hier wartet nichts')]);
  });

  it('answers with a document of its own that nothing runs in, that is not kept, found or framed', async () => {
    const run = await start([link('Link'), call('Approval')]);
    const url = linkOf(await becomes(run, 'waiting', 'Approval'), 'Link');
    const { headers, text } = await open(url, PERSON);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-[^']+'; .*frame-ancestors 'none'$/);
    expect(text).toContain(`<style nonce="${/nonce-([^']+)'/.exec(policy)?.[1]}">`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each([
    ['a browser', PERSON],
    ['a prefetching browser', { 'sec-purpose': 'prefetch' }],
    ['a chat’s preview', { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }],
    ['another', { 'user-agent': 'WhatsApp/2.23.20.0' }],
    ['a mail scanner that calls itself a browser', { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)' }],
  ])('is left alone by %s', async (_who, headers) => {
    const run = await start([link('Link'), call('Approval')]);
    const url = linkOf(await becomes(run, 'waiting', 'Approval'), 'Link');
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await open(url, headers, method);
    expect(await open(url, headers)).toMatchObject({ status: 200, text: expect.stringContaining('Please confirm') });
    expect((await get(run)).status).toBe('waiting');
    await ada.call('POST', `executions/${run}/cancel`);
  });

  it('is called by programs as ever, which never do so by HEAD or OPTIONS', async () => {
    const agents = ['curl/8.5.0', 'axios/1.7.2', 'n8n', 'python-requests/2.31', ''];
    for (const agent of agents) {
      const run = await start([link('Link'), call('Approval')]);
      const url = linkOf(await becomes(run, 'waiting', 'Approval'), 'Link');
      const headers = { 'user-agent': agent, accept: agent === 'n8n' ? 'application/json' : '*/*' };
      expect((await open(url, headers, 'HEAD')).status).toBe(200);
      expect((await open(url, headers, 'OPTIONS')).status).toBe(204);
      expect((await get(run)).status).toBe('waiting');
      expect([agent, (await open(url, headers)).status]).toEqual([agent, 200]);
      await becomes(run, 'success');
    }
  });

  it('asks always or never where the node says so', async () => {
    const always = await start([link('Link'), call('Wait', { options: { ask: 'always' } })]);
    const never = await start([link('Link'), call('Wait', { options: { ask: 'never' } })]);
    const asked = await open(linkOf(await becomes(always, 'waiting', 'Wait'), 'Link'));
    expect(asked.text).toContain('Please confirm');
    expect((await get(always)).status).toBe('waiting');
    await open(linkOf(await becomes(never, 'waiting', 'Wait'), 'Link'), PERSON);
    await becomes(never, 'success');
  });

  it('asks for the node’s credential before anything else', async () => {
    const { body: basic } = await ada.call('POST', 'credentials', {
      name: 'Approver',
      type: 'httpBasicAuth',
      data: { user: 'ada', password: 'secret' },
    });
    const guarded = {
      ...call('Wait', { authentication: 'basicAuth' }),
      credentials: { httpBasicAuth: { id: basic.id, name: 'Approver' } },
    };
    const run = await start([link('Link'), guarded]);
    const url = linkOf(await becomes(run, 'waiting', 'Wait'), 'Link');
    const refused = await open(url, PERSON);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Webhook"']);
    const authorization = `Basic ${btoa('ada:secret')}`;
    expect((await open(url, { ...PERSON, authorization })).text).toContain('Please confirm');
    expect((await open(url, { authorization })).status).toBe(200);
    await becomes(run, 'success');
  });
});
