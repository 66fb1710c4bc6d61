// The worst bodies that we know of: each is made once, before anything is measured.
const MB = 1024 * 1024;
export const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
export const filled = (part, length) => part.repeat(Math.floor(length / part.length));
/** The largest body that the server takes is a little above 15 MB. */
const LARGE = 15 * MB;

const json = (text) => ({ type: 'application/json', body: Buffer.from(text) });

/** Bodies for any door, by name. */
export const BODIES = {
  'a million keys': () => json(`{${many(1_000_000, (index) => `"k${index}":0`).join(',')}}`),
  'a million numbers': () => json(`[${filled('0,', 2 * MB)}0]`),
  'lists in lists': () => json(filled('[', LARGE / 2) + filled(']', LARGE / 2)),
  'small objects': () => json(`[${filled('{"a":{}},', LARGE)}{}]`),
  'many short lists': () => json(`{"data":[${filled('[[]],', LARGE)}[]]}`),
  blanks: () => json(`${' '.repeat(LARGE)}{}`),
  'one long text': () => json(`{"text":"${'x'.repeat(LARGE)}"}`),
  escapes: () => json(`{"text":"${filled('\\u00e9', LARGE)}"}`),
  'XML of many elements': () => ({ type: 'application/xml', body: Buffer.from(`<r>${filled('<a/>', LARGE)}</r>`) }),
  'XML of many entities': () => ({ type: 'application/xml', body: Buffer.from(`<r>${filled('&amp;', LARGE)}</r>`) }),
  'XML of many attributes': () => ({
    type: 'application/xml',
    body: Buffer.from(`<r ${many(800_000, (index) => `a${index}="1"`).join(' ')}/>`),
  }),
  'a form of many fields': () => ({
    type: 'application/x-www-form-urlencoded',
    body: Buffer.from(many(1_000_000, (index) => `f${index}=1`).join('&')),
  }),
  'a form of deep fields': () => ({
    type: 'application/x-www-form-urlencoded',
    body: Buffer.from(filled('a[b][c][d][e]=1&', LARGE)),
  }),
  'many multipart fields': () => ({
    type: 'multipart/form-data; boundary=x',
    body: Buffer.from(
      `${many(150_000, (index) => `--x\r\ncontent-disposition: form-data; name="f${index}"\r\n\r\n1\r\n`).join('')}--x--\r\n`,
    ),
  }),
  'a large text': () => ({ type: 'text/plain', body: Buffer.from(filled('é\n', LARGE / 2)) }),
};

const node = (index, type, parameters = {}) => ({
  id: `n${index}`,
  name: `N${index}`,
  type,
  version: 1,
  position: [index * 200, 0],
  parameters,
});
export const documentOf = (nodes, edges = [], more = {}) => ({
  formatVersion: 1,
  name: 'Worst',
  settings: {},
  nodes,
  edges,
  ...more,
});
const edge = (from, to, port = 0) => ({ kind: 'main', from: { node: from }, to: { node: to, port } });

export { edge, node };

const name = (index) => `a${index.toString(36).padStart(3, '0')}`;

/** The worst documents, by name. */
export const DOCUMENTS = {
  'different expressions, 13 MB': () =>
    documentOf(
      many(130, (at) =>
        node(at, 'noOperation', { value: `={{ ${at} ? [${filled('a,', 49_000)}a] : [${filled('b,', 40_000)}] }}` }),
      ),
    ),
  'expressions within the bound': () =>
    documentOf(many(20, (at) => node(at, 'noOperation', { value: `={{ [${at},${filled('a,', 48_000)}a] }}` }))),
  '19,999 short expressions': () =>
    documentOf([node(0, 'noOperation', { value: `=${many(19_999, (at) => `{{${at}}}`).join('')}` })]),
  '2,000 nodes, 10,000 edges': () =>
    documentOf(
      many(2_000, (at) => node(at, 'noOperation')),
      many(10_000, (at) => edge(`n${at % 2_000}`, `n${(at * 7 + 1) % 2_000}`)),
    ),
  'parameters nobody knows': () =>
    documentOf(many(9, (at) => node(at, 'noOperation', Object.fromEntries(many(49_000, (index) => [name(index), 0]))))),
  'pinned items': () =>
    documentOf([node(0, 'noOperation')], [], { pins: { n0: many(160_000, () => ({ json: { a: 1 } })) } }),
  'pinned texts, 15 MB': () =>
    documentOf([node(0, 'noOperation')], [], { pins: { n0: many(15, () => ({ json: { a: 'x'.repeat(MB - 100) } })) } }),
  groups: () =>
    documentOf([node(0, 'noOperation')], [], {
      groups: many(90_000, (at) => ({ id: `g${at}`, name: 'G', nodes: ['n0'] })),
    }),
  'names declared': () =>
    documentOf([node(0, 'noOperation', { value: `={{ (() => { let ${many(9_000, name).join(',')} })() }}` })]),
  'classes of characters': () =>
    documentOf([node(0, 'noOperation', { value: `={{ /${filled('\\p{RGI_Emoji}', 49_000)}/v }}` })]),
};

/** Nodes that work on all items at once, with the longest lists that a run may hold. */
export const LIST_NODES = {
  'sort, by texts': ['sort', { by: 'fields', fields: [{ field: 'text', order: 'ascending' }] }],
  'sort, by objects': ['sort', { by: 'fields', fields: [{ field: 'deep', order: 'descending' }] }],
  shuffle: ['sort', { by: 'random' }],
  'summarize, a group each': ['summarize', { fields: [{ aggregation: 'append', field: 'text' }], splitBy: 'id, text' }],
  'aggregate items': ['aggregate', { mode: 'items' }],
  'aggregate fields': ['aggregate', { mode: 'fields', fields: [{ field: 'text' }, { field: 'deep' }] }],
  'remove duplicates': ['removeDuplicates', { operation: 'withinInput', compare: 'all' }],
  'rename keys': ['renameKeys', { keys: [{ from: 'text', to: 'words' }] }],
  limit: ['limit', { maxItems: 1_000_000 }],
  filter: [
    'filter',
    {
      conditions: {
        combinator: 'and',
        conditions: [{ leftValue: '={{ $json.id }}', operator: { type: 'number', operation: 'gt' }, rightValue: 3 }],
      },
    },
  ],
  'edit fields': [
    'editFields',
    {
      mode: 'fields',
      include: 'all',
      fields: [{ name: 'a', type: 'string', value: '={{ $json.text.toUpperCase() }}' }],
    },
  ],
  'merge by fields': [
    'merge',
    { mode: 'combine', combineBy: 'fields', fields: [{ field1: 'id', field2: 'id' }], join: 'keepEverything' },
  ],
  'merge by position': ['merge', { mode: 'combine', combineBy: 'position' }],
  'merge, append': ['merge', { mode: 'append' }],
  'compare datasets': ['compareDatasets', { fields: [{ field1: 'id', field2: 'id' }], resolve: 'includeBoth' }],
};
export const ITEMS = () =>
  many(60_000, (id) => ({ id, text: `Name ${(id * 7_919) % 60_000}`, deep: { a: [id % 7, id], b: { c: 'x' } } }));
