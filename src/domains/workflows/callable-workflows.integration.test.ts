import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let ada: TestPerson;
let bob: TestPerson;
beforeAll(async () => {
  server = await testServer();
  [ada, bob] = [await server.person('Ada'), await server.person('Bob')];
});
afterAll(() => server?.drop());

const trigger = (type: string, parameters: object = {}) => ({
  id: type,
  name: type,
  type,
  version: 1,
  position: [0, 0],
  parameters,
});
const ORDER = { accepts: 'fields', fields: [{ name: 'orderId', type: 'number' }, { name: 'note' }] };

async function made(person: TestPerson, name: string, node: object, settings: object = {}): Promise<string> {
  const { status, body } = await person.call('POST', 'workflows', { name, nodes: [node], edges: [], settings });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}
const list = async (person: TestPerson, query: string) => {
  const { status, body } = await person.call('GET', `workflows/callable?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const names = async (person: TestPerson, query: string) =>
  (await list(person, query)).items.map(({ name }: { name: string }) => name);

describe('what a workflow may call', () => {
  let parent: string;
  let stock: string;
  let closed: string;
  beforeAll(async () => {
    parent = await made(ada, 'Parent', trigger('manualTrigger'));
    stock = await made(ada, 'Check the stock', trigger('subworkflowTrigger', ORDER));
    closed = await made(ada, 'Closed', trigger('subworkflowTrigger'), { callers: 'none' });
    await made(ada, 'For the parent', trigger('subworkflowTrigger'), { callers: [parent] });
    await made(ada, 'Alarm', trigger('errorTrigger'));
    await made(bob, 'Of somebody else', trigger('subworkflowTrigger'));
  });

  it('has a trigger for it, and settings that let this one call; nothing of other tenants', async () => {
    expect(await names(ada, `by=${parent}`)).toEqual(['Check the stock', 'For the parent']);
    expect(await names(ada, '')).toEqual(['Check the stock']);
    expect(await names(ada, 'kind=error')).toEqual(['Alarm']);
    expect(await names(ada, `by=${closed}`)).toEqual(['Check the stock', 'Closed']);
    expect(await names(bob, `by=${parent}`)).toEqual(['Of somebody else']);
    expect(await names(bob, `ids=${stock}`)).toEqual([]);
  });

  it('says what each takes: of the live version, else of the newest', async () => {
    const inputs = async () => (await list(ada, `ids=${stock}`)).items[0].inputs;
    const both = [
      { name: 'orderId', type: 'number' },
      { name: 'note', type: 'any' },
    ];
    expect(await inputs()).toEqual(both);
    expect((await ada.call('POST', `workflows/${stock}/activate`)).status).toBe(200);
    const { body } = await ada.call('GET', `workflows/${stock}`);
    body.nodes[0].parameters.fields = [{ name: 'sku', type: 'string' }];
    expect((await ada.call('PUT', `workflows/${stock}`, body)).status).toBe(200);
    expect(await inputs()).toEqual(both);
    expect((await ada.call('POST', `workflows/${stock}/activate`)).status).toBe(200);
    expect(await inputs()).toEqual([{ name: 'sku', type: 'string' }]);
    const [anything] = (await list(ada, `ids=${closed}`)).items;
    expect(anything).toMatchObject({ inputs: null, live: false });
  });

  it('tells of those that are named why they can not be called', async () => {
    const { items } = await list(ada, `ids=${stock},${closed},${parent}&by=${parent}`);
    expect(items.map(({ name, refusal }: { name: string; refusal: string }) => [name, refusal])).toEqual([
      ['Check the stock', null],
      ['Closed', 'notAllowed'],
      ['Parent', 'noTrigger'],
    ]);
  });

  it('is found by name, page by page', async () => {
    expect(await names(ada, `by=${parent}&q=STOCK`)).toEqual(['Check the stock']);
    const first = await list(ada, `by=${parent}&limit=1`);
    expect(first.items).toHaveLength(1);
    expect(await names(ada, `by=${parent}&limit=1&cursor=${first.nextCursor}`)).toEqual(['For the parent']);
    expect((await ada.call('GET', 'workflows/callable?ids=none')).status).toBe(400);
  });
});
