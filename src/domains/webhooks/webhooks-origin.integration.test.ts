import http from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';
import { SANDBOX_POLICY } from './answer/safe-headers.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ WEBHOOK_URL: 'https://hooks.example.com' });
  const person = await server.person();
  const header = { name: 'set-cookie', value: 'a=1' };
  const respond = nodes.respond({ respondWith: 'text', text: '<script>1</script>', options: { headers: [header] } });
  const document = workflow('page', [nodes.webhook('page', { responseMode: 'responseNode' }), respond]);
  const { body } = await person.call('POST', 'workflows', document);
  expect((await person.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
});
afterAll(() => server.drop());

/** The headers of the answer to a call that a browser makes at a host. */
function headersAt(host: string): Promise<http.IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    const call = http.get(`${server.url}/webhook/page`, { headers: { host } });
    call.on('error', reject).on('response', (answer) => resolve(answer.resume().headers));
  });
}

it.each(['hooks.example.com', 'hooks.example.com:8080', '127.0.0.1', 'localhost'])(
  'confines what a workflow answers at %s, as tenants share it',
  async (host) => {
    const headers = await headersAt(host);
    expect(headers['content-security-policy']).toBe(SANDBOX_POLICY);
    expect(headers['set-cookie']).toBeUndefined();
  },
);
