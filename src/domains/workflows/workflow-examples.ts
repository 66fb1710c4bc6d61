import { EXAMPLE_ID } from '../../http/documented.js';

/** Bodies as they really look, for the API's documentation. */
export const EXAMPLE_DOCUMENT = {
  formatVersion: 1,
  name: 'New order to warehouse',
  nodes: [
    {
      id: 'hook',
      name: 'Webhook',
      type: 'webhookTrigger',
      version: 1,
      position: [0, 0],
      parameters: { path: 'orders', methods: ['POST'] },
    },
    {
      id: 'edit',
      name: 'Edit Fields',
      type: 'editFields',
      version: 1,
      position: [256, 0],
      parameters: {
        fields: [{ name: 'total', value: '={{ $json.body.price * $json.body.count }}', type: 'number' }],
      },
    },
  ],
  edges: [{ kind: 'main', from: { node: 'hook' }, to: { node: 'edit' } }],
  settings: { timezone: 'Europe/Berlin' },
};

export const EXAMPLE_FACTS = {
  id: EXAMPLE_ID,
  name: EXAMPLE_DOCUMENT.name,
  version: 3,
  activeVersion: 3,
  liveNumber: 2,
  active: true,
  folderId: null,
  tags: ['shop'],
  createdAt: '2026-11-20T08:00:00.000Z',
  updatedAt: '2026-11-24T09:30:00.000Z',
};

const EXAMPLE_PERSON = { id: EXAMPLE_ID, name: 'Ada Lovelace' };

export const EXAMPLE_LISTED = {
  ...EXAMPLE_FACTS,
  triggers: ['webhook'],
  nodeCount: 2,
  lastExecution: {
    id: EXAMPLE_ID,
    status: 'success',
    queuedAt: '2026-11-24T10:00:00.000Z',
    startedAt: '2026-11-24T10:00:00.010Z',
    finishedAt: '2026-11-24T10:00:00.240Z',
  },
  lastTest: null,
  createdBy: EXAMPLE_PERSON,
  updatedBy: EXAMPLE_PERSON,
};

export const EXAMPLE_WORKFLOW = { ...EXAMPLE_DOCUMENT, ...EXAMPLE_FACTS };

export const EXAMPLE_REPORT = {
  nodes: 2,
  unsupported: [
    { node: 'Slack', type: 'n8n-nodes-base.slack', label: 'Slack', why: 'There is no node of this type yet.' },
  ],
  warnings: [],
};

export const EXAMPLE_FAULT = {
  node: 'HTTP Request',
  field: 'parameters.url',
  rule: 'parameter.required',
  message: '"URL" has to be given.',
  severity: 'error',
};
