// What an attacker does: each attack is a list of calls that are sent side by side, again and again while it is watched.
import { BODIES, DOCUMENTS, documentOf, edge, filled, ITEMS, LIST_NODES, many, node } from './bodies.mjs';

const heavy = (text) => `={{ ${text} }}`;
/** Expressions that take about as long as one may. */
const EXPRESSIONS = [
  heavy('Array.from({length: 100000}, (_, i) => i).map(i => i * 2).filter(i => i % 3).reduce((a, b) => a + b, 0)'),
  heavy('"abc".repeat(1000000).replaceAll("b", "xyz").split("c").length'),
  heavy('Array.from({length: 30000}, (_, i) => "k" + i).unique().length'),
  heavy('"é".repeat(1000000).normalize("NFKD").length'),
];

/** @param client see `client.mjs`; the attacker is a tenant of its own */
export async function* attacks(client) {
  yield { name: 'nothing', calls: [] };

  for (const [name, make] of Object.entries(DOCUMENTS)) {
    const document = make();
    const plain = JSON.stringify(document);
    const wrapped = `{"document":${plain}}`;
    yield { name: `validate: ${name}`, calls: many(4, () => () => client.post('workflows/validate', wrapped)) };
    yield { name: `save: ${name}`, calls: many(2, () => () => client.post('workflows', plain)) };
    yield {
      name: `evaluate on it: ${name}`,
      calls: [() => client.post('expressions/evaluate', `{"document":${plain},"node":"N0","expression":"={{ 1 }}"}`)],
    };
  }
  const n8n = JSON.stringify({
    nodes: many(2_000, (at) => ({
      id: `n${at}`,
      name: `N${at}`,
      type: 'n8n-nodes-base.set',
      typeVersion: 3.4,
      position: [0, 0],
      parameters: {
        assignments: { assignments: many(40, (i) => ({ name: `f${i}`, value: `={{ $json.f${i} }}`, type: 'string' })) },
      },
    })),
    connections: Object.fromEntries(
      many(1_999, (at) => [`N${at}`, { main: [[{ node: `N${at + 1}`, type: 'main', index: 0 }]] }]),
    ),
  });
  yield { name: 'translate: 2,000 n8n nodes', calls: many(4, () => () => client.post('workflows/translate', n8n)) };
  yield { name: 'import: 2,000 n8n nodes', calls: many(2, () => () => client.post('workflows/import', n8n)) };

  const hook = await client.live(
    documentOf(
      [
        node(0, 'webhookTrigger', { path: 'silence-bodies', methods: ['POST'], responseMode: 'lastNode' }),
        node(1, 'noOperation'),
      ],
      [edge('n0', 'n1')],
    ),
  );
  for (const [name, make] of Object.entries(BODIES)) {
    const { type, body } = make();
    yield { name: `webhook: ${name}`, calls: many(3, () => () => client.send('POST', hook, body, type)) };
    if (type !== 'application/json') continue;
    yield { name: `API: ${name}`, calls: many(3, () => () => client.post('workflows/validate', body)) };
  }

  const items = [
    `[{}]`,
    JSON.stringify([{ text: 'é'.repeat(2_000_000) }]),
    JSON.stringify([{ list: many(100_000, (n) => `k${n}`) }]),
  ];
  for (const [at, expression] of EXPRESSIONS.entries()) {
    const body = `{"items":${items[0]},"expression":${JSON.stringify(expression)}}`;
    yield { name: `evaluate ${at}`, calls: many(10, () => () => client.post('expressions/evaluate', body)) };
  }
  for (const [name, expressions] of [
    ['heavy', many(100, () => EXPRESSIONS[0])],
    ['different', many(1_000, (n) => heavy(`Array.from({length: 100000}, (_, i) => i * ${n}).length`))],
    ['on a long text', many(50, (n) => heavy(`$json.text.toUpperCase().toLowerCase().length + ${n}`))],
  ]) {
    const body = JSON.stringify({ items: JSON.parse(name === 'on a long text' ? items[1] : items[0]), expressions });
    yield {
      name: `evaluate-many: ${name}`,
      calls: many(4, () => () => client.post('expressions/evaluate-many', body)),
    };
  }

  const busy = await client.live(
    documentOf(
      [
        node(0, 'webhookTrigger', { path: 'silence-busy', methods: ['POST'], responseMode: 'lastNode' }),
        node(1, 'editFields', {
          mode: 'fields',
          include: 'none',
          fields: EXPRESSIONS.map((value, at) => ({ name: `f${at}`, type: 'string', value })),
        }),
      ],
      [edge('n0', 'n1')],
    ),
  );
  yield {
    name: '60 runs with expressions',
    calls: many(60, () => () => client.send('POST', busy, Buffer.from('{}'), 'application/json')),
  };

  const list = JSON.stringify(ITEMS());
  for (const [name, [type, parameters]] of Object.entries(LIST_NODES)) {
    const two = type === 'merge' || type === 'compareDatasets';
    const id = await client.save(
      documentOf(
        [node(0, 'manualTrigger'), node(1, type, parameters)],
        [edge('n0', 'n1'), ...(two ? [edge('n0', 'n1', 1)] : [])],
      ),
    );
    const body = `{"wait":true,"input":${list}}`;
    yield { name: `60,000 items: ${name}`, calls: many(2, () => () => client.post(`workflows/${id}/run`, body)) };
  }

  const long = await client.save(
    documentOf(
      [node(0, 'manualTrigger'), node(1, 'wait', { resume: 'interval', amount: 5, unit: 'minutes' })],
      [edge('n0', 'n1')],
    ),
  );
  const { executionId } = await client.post(`workflows/${long}/run`, `{"input":${list}}`).then(JSON.parse);
  yield {
    name: 'one execution of 60,000 items, read',
    calls: many(4, () => () => client.get(`executions/${executionId}`)),
  };
  yield {
    name: 'its items, paged',
    calls: many(4, () => () => client.get(`executions/${executionId}/steps/0?side=out`)),
  };
  yield { name: '100 streams of it', calls: many(100, () => () => client.stream(`executions/${executionId}/events`)) };

  const filters = ['search', 'q', 'name', 'tag']
    .map((key) => `${key}=${encodeURIComponent(filled('%_\\', 2_000))}`)
    .join('&');
  for (const path of [
    'workflows',
    'executions',
    'credentials',
    'audit',
    'users',
    'schedules',
    'webhooks',
    'nodes',
    'views',
  ]) {
    yield {
      name: `list: ${path}`,
      calls: [
        ...many(4, () => () => client.get(`${path}?${filters}`)),
        ...many(4, () => () => client.get(`${path}?limit=100`)),
      ],
    };
  }
  yield { name: 'export of workflows', calls: many(4, () => () => client.get('workflows/export?format=json')) };
  yield { name: 'export of executions', calls: many(4, () => () => client.get('executions/export?format=json')) };

  yield* everyRoute(client, executionId, long);
}

/** Each route that takes a body, with bodies that no route expects. */
async function* everyRoute(client, executionId, workflowId) {
  const worst = ['a million keys', 'small objects', 'escapes'].map((name) => [name, BODIES[name]().body]);
  const { paths } = JSON.parse(await client.get('/api-docs-json'));
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of ['post', 'put', 'patch']) {
      const operation = methods[method];
      if (!operation?.requestBody || /auth\/|password/.test(path)) continue;
      const place = path
        .replace('{id}', path.includes('executions') ? executionId : workflowId)
        .replace(/\{version\}/, '1')
        .replace('{type}', 'sort')
        .replace(/\{\w+\}/g, workflowId);
      const schema = JSON.stringify(operation.requestBody);
      const texts = Buffer.from(
        `{${[...new Set(schema.match(/\w+/g))].map((key) => `"${key}":"${'x'.repeat(10_000)}"`).join(',')}}`,
      );
      yield {
        name: `${method.toUpperCase()} ${path}`,
        calls: [...worst.map(([, body]) => body), texts].map(
          (body) => () => client.send(method.toUpperCase(), place, body, 'application/json'),
        ),
      };
    }
  }
}
