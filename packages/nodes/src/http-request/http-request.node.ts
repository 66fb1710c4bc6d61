import { defineNode, eachItem, type HttpResponse, type NodeContext, NodeFault } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';
import { shownValue } from '../subtitle/shown-value.js';
import { type Draft, draftOf, type Settings, toRequest } from './draft.js';
import { de } from './http-request.de.js';
import { docs } from './http-request.docs.js';
import { parameters } from './http-request.parameters.js';
import { allPages } from './pagination.js';
import { pause } from './pause.js';
import { itemsOf, requireSuccess } from './read-response.js';

type Context = NodeContext<typeof parameters>;

/** Calls of one node at once. More gain nothing against one service and would hold as many answers in memory. */
const MAX_CONCURRENT = 50;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const GENERIC_CREDENTIALS = [
  'httpBasicAuth',
  'httpBearerAuth',
  'httpHeaderAuth',
  'httpQueryAuth',
  'httpDigestAuth',
  'httpCustomAuth',
  'oAuth2Api',
];

export const httpRequest = defineNode({
  type: 'httpRequest',
  version: 1,
  label: 'HTTP request',
  summary: 'Calls a URL and gives what it answers.',
  keywords: ['api', 'rest', 'curl', 'fetch', 'webhook', 'get', 'post', 'download', 'upload'],
  actions: [
    { label: 'Send an HTTP request' },
    { label: 'Get data from a URL', parameters: { method: 'GET' } },
    { label: 'Send JSON to an API (POST)', parameters: { method: 'POST', bodyKind: 'json' } },
    { label: 'Change something in an API (PUT)', parameters: { method: 'PUT', bodyKind: 'json' } },
    { label: 'Delete something in an API', parameters: { method: 'DELETE' } },
    { label: 'Download a file', parameters: { method: 'GET', options: { responseFormat: 'file' } } },
    { label: 'Upload a file', parameters: { method: 'POST', bodyKind: 'file' } },
  ],
  docs,
  translations: { de },
  group: 'network',
  icon: 'globe',
  parameters,
  credentials: [
    ...GENERIC_CREDENTIALS.map((type) => ({ type, required: true, show: { credentialType: [type] } })),
    { type: 'httpSslAuth', required: true, show: { sslCertificates: [true] } },
  ],
  effect: (raw) => (SAFE_METHODS.has(String(raw.method ?? 'GET').toUpperCase()) ? 'idempotent' : 'external'),
  subtitle: (raw) => `${shownValue(raw.method) || 'GET'} ${shownValue(raw.url).replace(/^https?:\/\//i, '')}`.trim(),
  run: (ctx) => eachItem(ctx, (_, index) => itemsFor(ctx, index), { atOnce: MAX_CONCURRENT, before: batchGate(ctx) }),
});

/** Lets items start in order, with a pause before each new batch. */
function batchGate(ctx: Context): (index: number) => Promise<void> {
  let turn = Promise.resolve();
  return (index) => {
    turn = turn.then(async () => {
      const { batchSize = 0, batchInterval = 0 } = await optionsOf(ctx, index);
      if (index > 0 && batchInterval > 0 && index % Math.max(1, batchSize) === 0) {
        await pause(batchInterval, ctx.signal);
      }
    });
    return turn;
  };
}

/** The options for an item; none when they can't be read, which is a fault that the item itself meets. */
async function optionsOf(ctx: Context, index: number): Promise<{ batchSize?: number; batchInterval?: number }> {
  try {
    return await ctx.parameter('options', index);
  } catch {
    return {};
  }
}

async function itemsFor(ctx: Context, index: number): Promise<Item[]> {
  const settings = await ctx.parameters(index);
  const { options, pagination } = settings;
  const send = (draft: Draft) => call(ctx, settings, draft, index);
  const draft = draftOf(settings);
  const paged = pagination.mode !== 'off';
  const pages = paged ? await allPages(ctx, pagination, draft, index, send) : [await send(draft)];
  const endStatus = paged && pagination.completeWhen === 'status';
  return pages.flatMap((page, at) => {
    const named = endStatus && at === pages.length - 1 && at > 0;
    if (!options.neverError && !named) requireSuccess(page);
    return itemsOf(page, options, ctx.items[index]!, index);
  });
}

async function call(ctx: Context, settings: Settings, draft: Draft, index: number): Promise<HttpResponse> {
  const { options } = settings;
  const request = toRequest(draft, ctx.items[index]!, options.arrayFormat);
  const follows = options.redirects !== 'none' && (options.redirects !== 'safe' || SAFE_METHODS.has(draft.method));
  const sent = ctx.http({
    ...request,
    as: options.responseFormat === 'file' ? 'blob' : (options.responseFormat ?? 'auto'),
    timeoutMs: options.timeout,
    maxRedirects: follows ? options.maxRedirects : 0,
    proxy: options.proxy || undefined,
    insecure: options.insecure,
    credential: [...(settings.sslCertificates ? ['httpSslAuth'] : []), settings.credentialType]
      .filter((type) => type !== '')
      .map((type) => ({ type, itemIndex: index })),
  });
  return sent.catch((error: unknown) => {
    throw error instanceof NodeFault && error.code === 'http.url' ? error.at({ parameter: 'url' }) : error;
  });
}
