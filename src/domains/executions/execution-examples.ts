import { EXAMPLE_ID } from '../../http/documented.js';

/** Bodies as they really look, for the API's documentation. */
export const EXAMPLE_ITEM = { json: { total: 42 }, pairedItem: { item: 0 } };

export const EXAMPLE_EXECUTION = {
  id: EXAMPLE_ID,
  workflowId: EXAMPLE_ID,
  workflowName: 'New order to warehouse',
  version: 3,
  liveNumber: 2,
  status: 'success',
  mode: 'webhook',
  queuedAt: '2026-11-24T09:30:00.000Z',
  startedAt: '2026-11-24T09:30:00.000Z',
  finishedAt: '2026-11-24T09:30:00.214Z',
  wakeAt: null,
  error: null,
  summary: null,
  retryOf: null,
  isTest: false,
  parentId: null,
  cancelRequested: false,
};

const { workflowId, workflowName, version, liveNumber, status, mode, queuedAt, startedAt, finishedAt, error, retryOf } =
  EXAMPLE_EXECUTION;
const RELATED = {
  id: EXAMPLE_ID,
  workflowId,
  workflowName,
  version,
  liveNumber,
  status,
  mode,
  queuedAt,
  startedAt,
  finishedAt,
  error,
  retryOf,
};

export const EXAMPLE_EXECUTION_DETAIL = {
  ...EXAMPLE_EXECUTION,
  lastNode: 'Edit Fields',
  customData: {},
  waiting: null,
  attempts: [RELATED],
  parent: null,
  children: [],
  childCount: 0,
  runs: {
    Webhook: [
      {
        index: 0,
        status: 'success',
        sources: [null],
        outputs: [[{ json: { body: { price: 21, count: 2 } } }]],
        startedAt: 1795512600000,
        finishedAt: 1795512600001,
      },
    ],
    'Edit Fields': [
      {
        index: 1,
        status: 'success',
        sources: [{ node: 'Webhook', output: 0, run: 0 }],
        outputs: [[EXAMPLE_ITEM]],
        startedAt: 1795512600001,
        finishedAt: 1795512600002,
      },
    ],
  },
};

export const EXAMPLE_LAST_CALL = {
  executionId: EXAMPLE_ID,
  at: '2026-11-24T09:30:00.000Z',
  mode: 'webhook',
  status: 'success',
  version: 3,
  itemCount: 1,
};
