import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../src/testing/test-server.js';
import { openInternet, type TestInternet } from './support/internet.js';

/** Workflows that people published, imported as they are and run against stand-ins of the services they call. */
const CORPUS = join(resolve(process.env.SHARED_DIR ?? '../shared'), 'corpus');

let internet: TestInternet;
let server: TestServer;
let person: TestPerson;

const json = (answer: Parameters<Parameters<typeof openInternet>[0][string]>[1], body: unknown, status = 200) =>
  answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** Imports a file of the corpus. */
async function imported(
  file: string,
): Promise<{ id: string; nodes: { name: string; credentials?: object }[]; version: number }> {
  const { status, body } = await person.call(
    'POST',
    'workflows/import',
    JSON.parse(readFileSync(join(CORPUS, file), 'utf8')),
  );
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body.report.unsupported).toEqual([]);
  return body.workflow;
}
const activate = async (id: string) => {
  const answer = await person.call('POST', `workflows/${id}/activate`, {});
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};
const run = async (id: string) => (await person.call('POST', `workflows/${id}/run`, { wait: true })).body;

describe.skipIf(!existsSync(CORPUS))('published workflows', () => {
  beforeAll(async () => {
    internet = await openInternet({
      'api.elevenlabs.io': ({ headers, body }, answer) => {
        if (headers['xi-api-key'] !== 'k-123') return void json(answer, { detail: 'no key' }, 401);
        answer.writeHead(200, { 'content-type': 'audio/mpeg' }).end(`voice of ${JSON.parse(body.toString()).text}`);
      },
      'api.parquetreader.com': ({ headers, body }, answer) => {
        const hasFile = /multipart\/form-data/.test(headers['content-type'] ?? '') && body.includes('PAR1 data');
        json(answer, { data: '[{"a":1},{"a":2}]', meta_data: JSON.stringify({ hasFile }) });
      },
      'publisher.scrappey.com': ({ url, body }, answer) =>
        json(answer, {
          key: url.searchParams.get('key'),
          asked: JSON.parse(body.toString()),
          solution: { verified: true },
        }),
      'video-gru2-1.xx.fbcdn.net': (_call, answer) =>
        answer.writeHead(200, { 'content-type': 'video/mp4' }).end('a short film'),
      'generativelanguage.googleapis.com': ({ url, body, headers }, answer) => {
        if (url.pathname.startsWith('/upload/')) {
          const uploaded = body.toString() === 'a short film' && headers['x-goog-upload-command']?.includes('finalize');
          return void json(answer, { file: { uri: 'files/1', mimeType: 'video/mp4', uploaded } });
        }
        const asked = JSON.parse(body.toString());
        json(answer, {
          candidates: [{ content: { parts: [{ text: `seen ${asked.contents[0].parts[0].fileData.fileUri}` }] } }],
        });
      },
    });
    server = await testServer({ EGRESS_PROXY: internet.proxyUrl, EGRESS_CA_FILE: internet.caFile });
    person = await server.person();
  });
  afterAll(async () => {
    await server?.drop();
    await internet?.close();
  });

  it('speaks a text: webhook, credential, file in the answer', async () => {
    const workflow = await imported('0492_HTTP_Respondtowebhook_Create_Webhook.json');
    const credential = await person.call('POST', 'credentials', {
      name: 'ElevenLabs',
      type: 'httpCustomAuth',
      data: { json: '{"headers":{"xi-api-key":"k-123"}}' },
    });
    expect(credential.status, JSON.stringify(credential.body)).toBe(201);
    const nodes = workflow.nodes.map((node) =>
      node.name === 'Generate voice' ? { ...node, credentials: { httpCustomAuth: { id: credential.body.id } } } : node,
    );
    expect((await person.call('PUT', `workflows/${workflow.id}`, { ...workflow, nodes })).status).toBe(200);
    await activate(workflow.id);
    const answer = await server.call('POST', '/webhook/generate-voice', { voice_id: 'v1', text: 'hello' });
    expect(answer).toMatchObject({ status: 200, body: 'voice of hello' });
    expect(answer.headers.get('content-type')).toBe('audio/mpeg');
    expect(internet.calls.find((call) => call.host === 'api.elevenlabs.io')?.url.pathname).toBe(
      '/v1/text-to-speech/v1',
    );
  });

  it('guards a webhook: header, required fields, three answers', async () => {
    const { id } = await imported('0922_Code_Webhook_Create_Webhook.json');
    await activate(id);
    const call = (body: unknown, token?: string) =>
      server.call('POST', '/webhook/secure-webhook', body, token ? { authorization: `Bearer ${token}` } : {});
    expect(await call({ message: 'hi' })).toMatchObject({ status: 401, body: { code: 401 } });
    expect(await call({}, '123')).toMatchObject({ status: 401, body: { code: 400 } });
    expect(await call({ message: 'hi' }, '123')).toMatchObject({
      status: 200,
      body: { message: 'Success! Workflow completed.' },
    });
  });

  it('converts an uploaded file: multipart in, multipart on, all items back', async () => {
    const { id } = await imported('1725_HTTP_Code_Process_Webhook.json');
    await activate(id);
    const form = new FormData();
    form.append('file', new Blob(['PAR1 data']), 'table.parquet');
    const answer = await fetch(`${server.url}/webhook/convert`, { method: 'POST', body: form });
    const text = await answer.text();
    expect(answer.status, text).toBe(200);
    expect(JSON.parse(text)[0]).toMatchObject({ data: [{ a: 1 }, { a: 2 }] });
  });

  it('asks a service by a schedule', async () => {
    const { id } = await imported('0510_HTTP_Schedule_Automation_Webhook.json');
    await activate(id);
    const { body } = await person.call('GET', `schedules?workflowId=${id}`);
    expect(body.items).toHaveLength(1);
    expect(Date.parse(body.items[0].nextAt)).toBeGreaterThan(Date.now());
    const execution = await run(id);
    expect(execution.status, JSON.stringify(execution.error)).toBe('success');
    expect(execution.runs['Scrape website with Scrappey'][0].outputs[0][0].json).toEqual({
      key: 'YOUR_API_KEY',
      asked: { cmd: 'request.get', url: 'https://n8n.io/' },
      solution: { verified: true },
    });
  });

  it('describes a film: download, upload, wait, ask', async () => {
    const { id } = await imported('1876_HTTP_Manual_Automation_Webhook.json');
    let execution = await run(id);
    const end = Date.now() + 30_000;
    while (execution.status === 'waiting' && Date.now() < end) {
      await new Promise((done) => setTimeout(done, 200));
      execution = (await person.call('GET', `executions/${execution.id}`)).body;
    }
    expect(execution.status, JSON.stringify(execution.error)).toBe('success');
    expect(execution.runs['Upload video Gemini'][0].outputs[0][0].json.file.uploaded).toBe(true);
    expect(execution.runs['Get Result'][0].outputs[0][0].json).toEqual({ videoDescription: 'seen files/1' });
  });
});
