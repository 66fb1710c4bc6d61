import { gzipSync } from 'node:zlib';
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

describe('the declarations of node types', () => {
  it('have what an editor needs', async () => {
    const { body } = await person.call('GET', 'nodes');
    const http = body.items.find((node: { type: string }) => node.type === 'httpRequest');
    expect(http).toMatchObject({ kind: 'action', group: 'network', icon: 'globe', subtitled: true });
    expect(http.actions[0].label).toBe('Send an HTTP request');
    expect(http.docs).toMatch(/Watch out/);
    expect(http.parameters.options.fields.timeout).toMatchObject({ kind: 'number', default: 300_000 });
    expect(http.parameters.query.show).toEqual({ queryMode: ['fields'] });
    expect(http.credentials.length).toBeGreaterThan(5);
  });

  it('are in the language that is asked for, and the list of another is another', async () => {
    const german = { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' };
    const first = await person.call('GET', 'nodes');
    const list = await person.call('GET', 'nodes', undefined, german);
    const found = list.body.items.find((node: { type: string }) => node.type === 'if');
    expect(found).toMatchObject({ label: 'Wenn', outputs: [{ name: 'wahr' }, { name: 'falsch' }] });
    expect(found.keywords).toEqual(expect.arrayContaining(['Verzweigung', 'If', 'branch']));
    expect([list.headers.get('content-language'), first.headers.get('content-language')]).toEqual(['de', 'en']);
    expect(list.headers.get('vary')).toMatch(/accept-language/i);
    expect(list.headers.get('etag')).not.toBe(first.headers.get('etag'));
    const one = await person.call('GET', 'nodes/wait', undefined, german);
    expect(one.body.parameters.unit.choices[0]).toEqual({ value: 'seconds', label: 'Sekunden' });
    const types = await person.call('GET', 'credentials/types', undefined, german);
    expect(types.body.items[0].parameters.user.label).toBe('Benutzer');
    const rules = [{ every: 'weeks', weekdays: [1, 3], hour: 8, minute: 30 }, { every: 'hours' }];
    const nodes = [
      { type: 'scheduleTrigger', version: 1, parameters: { rules } },
      { type: 'merge', version: 1, parameters: { inputs: 3 } },
    ];
    const looks = await person.call('POST', 'nodes/describe', { nodes }, german);
    expect(looks.body[0].subtitle).toBe('Mo, Mi 08:30 und 1 weitere');
    expect(looks.body[1].inputs.map(({ name }: { name: string }) => name)).toEqual([
      'Eingang 1',
      'Eingang 2',
      'Eingang 3',
    ]);
  });

  it('are not sent again to who has them', async () => {
    const first = await person.call('GET', 'nodes');
    const etag = first.headers.get('etag') as string;
    const again = await person.call('GET', 'nodes', undefined, { 'if-none-match': etag });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await person.call('GET', 'nodes', undefined, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('are small on the way', async () => {
    const { headers } = await person.call('GET', 'nodes', undefined, { 'accept-encoding': 'br' });
    expect(headers.get('content-encoding')).toBe('br');
    const plain = await person.call('GET', 'nodes', undefined, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBe(null);
    expect(gzipSync(JSON.stringify(plain.body)).byteLength).toBeLessThan(40_000);
  });
});
