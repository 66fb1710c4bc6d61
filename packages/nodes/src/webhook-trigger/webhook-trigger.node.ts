import { defineNode, type NodePort } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { exampleCall } from './webhook-example.js';
import { de } from './webhook-trigger.de.js';
import { docs } from './webhook-trigger.docs.js';
import { parameters } from './webhook-trigger.parameters.js';

export const webhookTrigger = defineNode({
  type: 'webhookTrigger',
  flow: { awaitsResponse: ({ responseMode }) => (responseMode === 'responseNode' ? 'yes' : 'no') },
  version: 1,
  label: 'Webhook',
  summary: 'Starts the workflow when its address is called over HTTP.',
  keywords: ['http', 'api', 'endpoint', 'request', 'callback', 'url', 'listen'],
  actions: [
    { label: 'Start when a URL is called' },
    { label: 'Receive data by POST', parameters: { methods: ['POST'] } },
    { label: 'Build an API endpoint', parameters: { methods: ['GET'], responseMode: 'lastNode' } },
    {
      label: 'Receive a call and answer it by a node',
      parameters: { methods: ['POST'], responseMode: 'responseNode' },
    },
  ],
  docs,
  translations: { de },
  group: 'trigger',
  icon: 'webhook',
  kind: 'trigger',
  trigger: { kind: 'webhook' },
  example: (raw) => exampleCall(methodsOf(raw), raw.path),
  effect: 'pure',
  subtitle: (raw) =>
    `${methodsOf(raw).join(', ')} ${typeof raw.path === 'string' && raw.path !== '' ? `/${raw.path.replace(/^\/+/, '')}` : ''}`.trim(),
  inputs: [],
  outputs: (raw) => outputsOf(methodsOf(raw)),
  credentials: [
    { type: 'httpBasicAuth', required: true, show: { authentication: ['basicAuth'] } },
    { type: 'httpHeaderAuth', required: true, show: { authentication: ['headerAuth'] } },
    { type: 'jwtAuth', required: true, show: { authentication: ['jwtAuth'] } },
  ],
  parameters,
  /** With several methods each has an output; the call's own is in the item as `method`, and goes no further. */
  run(ctx) {
    const methods = methodsOf(ctx.raw);
    if (methods.length < 2) return [ctx.items];
    return methods.map((_, output) =>
      ctx.items
        .filter((item) => Math.max(0, methods.indexOf(String(item.json.method))) === output)
        .map(({ json: { method, ...json }, ...rest }) => ({ ...rest, json })),
    );
  },
});

function methodsOf(raw: JsonObject): string[] {
  const methods = Array.isArray(raw.methods) ? raw.methods.map((method) => String(method).toUpperCase()) : [];
  return methods.length > 0 ? methods : ['GET'];
}

function outputsOf(methods: readonly string[]): NodePort[] {
  return methods.length > 1 ? methods.map((name) => ({ name })) : [{}];
}
