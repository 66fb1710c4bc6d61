// What the pictures in docs/screenshots show: a small shop's workflows with some days behind them, made through the API.

/** @typedef {(method: string, path: string, body?: unknown) => Promise<any>} Call */

let nodeCount = 0;
const node = (name, type, position, parameters = {}, more = {}) => ({
  id: `n${++nodeCount}`,
  name,
  type,
  version: 1,
  position,
  parameters,
  ...more,
});
/** Edges along chains of names; `name:1` is the second output. */
const joined = (nodes, ...chains) =>
  chains.flatMap((chain) =>
    chain.slice(1).map((to, index) => {
      const [from, port] = chain[index].split(':');
      const id = (name) => nodes.find((each) => each.name === name.split(':')[0]).id;
      return { kind: 'main', from: { node: id(from), port: Number(port ?? 0) }, to: { node: id(to) } };
    }),
  );
const field = (name, value, type = 'string') => ({ name, value, type });
const over = (left, right) => ({
  conditions: {
    combinator: 'and',
    typeValidation: 'loose',
    conditions: [{ left, right, operator: { type: 'number', operation: 'gt' } }],
  },
});

function newOrder() {
  const nodes = [
    node('Order received', 'webhookTrigger', [0, 120], { path: 'orders', methods: ['POST'], responseMode: 'lastNode' }),
    node('Keep what matters', 'editFields', [240, 120], {
      mode: 'fields',
      fields: [
        field('id', '={{ $json.body.id }}', 'number'),
        field('sku', '={{ $json.body.sku }}'),
        field('email', '={{ $json.body.email }}'),
        field('total', '={{ $json.body.items.map((item) => item.qty * item.price).sum() }}', 'number'),
        field('items', '={{ $json.body.items }}', 'array'),
      ],
    }),
    node('Large order?', 'if', [480, 120], over('={{ $json.total }}', 100)),
    node('Reserve stock', 'httpRequest', [720, 0], {
      method: 'POST',
      url: '=http://warehouse.local/{{ $json.sku }}/reserve',
    }),
    node('Thank the buyer', 'editFields', [720, 240], {
      mode: 'fields',
      fields: [field('message', '=Thank you, {{ $json.email }}: your order {{ $json.id }} is on its way.')],
    }),
  ];
  return {
    formatVersion: 1,
    name: 'New order to warehouse',
    tags: ['orders'],
    nodes,
    edges: joined(
      nodes,
      ['Order received', 'Keep what matters', 'Large order?', 'Reserve stock'],
      ['Large order?:1', 'Thank the buyer'],
    ),
    notes: [
      {
        id: 'note',
        text: '**Nightly check**\nLate = paid, not shipped for 3 days.\nAsk finance before changing.',
        position: [300, 300],
        size: [256, 96],
        color: 1,
      },
    ],
    groups: [{ id: 'group', name: 'Check the order', nodes: [nodes[1].id, nodes[2].id], color: 3 }],
    settings: {},
  };
}

function priceList() {
  const nodes = [
    node('Every night', 'scheduleTrigger', [0, 0], { rules: [{ every: 'days', hour: 2, minute: 0 }] }),
    node('Read prices', 'code', [240, 0], {
      code: 'return Array.from({ length: 240 }, (_, index) => ({ json: { sku: `A-${1000 + index}`, price: 5 + (index % 40), stock: index % 7 } }));',
    }),
    node('In stock', 'filter', [480, 0], over('={{ $json.stock }}', 0)),
    node('By price', 'summarize', [720, 0], {}),
  ];
  return {
    formatVersion: 1,
    name: 'Sync price list',
    tags: ['catalogue'],
    nodes: nodes.slice(0, 3),
    edges: joined(nodes, ['Every night', 'Read prices', 'In stock']),
    settings: { timezone: 'Europe/Berlin' },
  };
}

function refund() {
  const nodes = [
    node('Refund asked', 'webhookTrigger', [0, 0], { path: 'refunds', methods: ['POST'] }),
    node('Wait for approval', 'wait', [240, 0], { resume: 'webhook' }),
    node('Pay back', 'editFields', [480, 0], { mode: 'fields', fields: [field('paid', '={{ true }}', 'boolean')] }),
  ];
  return {
    formatVersion: 1,
    name: 'Refund approval',
    tags: ['orders', 'finance'],
    nodes,
    edges: joined(nodes, ['Refund asked', 'Wait for approval', 'Pay back']),
    settings: {},
  };
}

/**
 * Fills a tenant.
 * @param {Call} call as its owner
 * @param {(path: string, body: unknown) => Promise<unknown>} hook calls a webhook
 * @returns {Promise<{order: string, invitation: string}>} the id of the workflow that pictures of the editor show, and
 *   the path of an invitation's link
 */
export async function setScene(call, hook) {
  const folder = await call('POST', 'folders', { name: 'Orders' });
  const made = {};
  for (const [name, document] of Object.entries({ order: newOrder(), prices: priceList(), refund: refund() })) {
    const workflow = await call('POST', 'workflows', document);
    made[name] = workflow.id;
    await call('POST', `workflows/${workflow.id}/activate`, {});
  }
  await call('PATCH', `workflows/${made.order}`, { folderId: folder.id });
  await call('POST', 'credentials', {
    name: 'Warehouse key',
    type: 'httpHeaderAuth',
    data: { name: 'X-Key', value: 'not a real key' },
  });
  await call('POST', 'credentials', {
    name: 'Shop login',
    type: 'httpBasicAuth',
    data: { user: 'shop', password: 'not a real password' },
  });
  const order = (id, qty) => ({
    id,
    sku: 'A-1042',
    email: 'buyer@example.com',
    items: [{ name: 'Desk lamp', qty, price: 24.75 }],
  });
  for (let id = 8800; id < 8809; id++) await hook('orders', order(id, 1 + (id % 3)));
  await hook('orders', order(8812, 6)); // too large for the warehouse, which is not there: fails
  await hook('refunds', { order: 8790 });
  // Two versions later than the one that is live.
  const draft = await call('GET', `workflows/${made.order}`);
  const large = draft.nodes.find((each) => each.name === 'Large order?');
  for (const [limit, label] of [
    [120, 'Higher limit'],
    [150, undefined],
  ]) {
    large.parameters.conditions.conditions[0].right = limit;
    const saved = await call('PUT', `workflows/${made.order}`, draft);
    draft.version = saved.version;
    if (label) await call('PATCH', `workflows/${made.order}/versions/${saved.version}`, { label });
  }
  await call('POST', `workflows/${made.order}/comments`, {
    nodeId: large.id,
    text: 'Sales asked for **150**. Is that with tax?',
  });
  for (let round = 0; round < 3; round++) await call('POST', `workflows/${made.prices}/run`, { wait: true });
  const invited = await call('POST', 'invitations', { role: 'editor', email: 'grace@example.com' });
  await call('POST', 'api-keys', { name: 'Shop backend', role: 'editor' });
  const { pathname, hash } = new URL(invited.link);
  return { order: made.order, invitation: pathname + hash };
}
