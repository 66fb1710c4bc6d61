import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let person: TestPerson;
beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server.drop());

describe('looks of nodes', () => {
  const ask = (nodes: object[]) => person.call('POST', 'nodes/describe', { nodes });

  it('come in the order of the question', async () => {
    const { status, body } = await ask([
      { type: 'switch', version: 1, parameters: { rules: [{ name: 'big' }, { name: 'small' }] } },
      { type: 'nonsense', version: 1, parameters: {} },
      { type: 'noOperation', version: 1, parameters: {}, onError: 'errorOutput' },
    ]);
    expect(status).toBe(200);
    expect(body).toHaveLength(3);
    expect(body[0].outputs.map((port: { name: string }) => port.name)).toEqual(['big', 'small']);
    expect(body[1].unknown).toBe(true);
    expect(body[2].outputs.at(-1)).toMatchObject({ name: 'error', error: true });
  });

  it('are refused for what is no list of nodes', async () => {
    const { status, body } = await ask([{ type: 'if', version: 'new', parameters: {} }]);
    expect([status, body.code, body.errors[0].field]).toEqual([400, 'request.invalid', 'nodes.0.version']);
  });
});
