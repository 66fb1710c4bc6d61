/** A short way to write n8n workflows in tests: nodes in a row, each joined to the next. */
export interface N8nStep {
  name: string;
  /** Without `n8n-nodes-base.`. */
  type: string;
  version?: number;
  parameters?: object;
  more?: object;
}

export function n8nChain(name: string, steps: readonly N8nStep[], settings: object = {}): object {
  const nodes = steps.map(({ name: node, type, version = 1, parameters = {}, more = {} }, i) => ({
    id: `n${i}`,
    name: node,
    type: `n8n-nodes-base.${type}`,
    typeVersion: version,
    position: [i * 200, 0],
    parameters,
    ...more,
  }));
  const connections = Object.fromEntries(
    steps
      .slice(1)
      .map((step, i) => [(steps[i] as N8nStep).name, { main: [[{ node: step.name, type: 'main', index: 0 }]] }]),
  );
  return { name, nodes, connections, settings: { executionOrder: 'v1', ...settings } };
}

export const manual: N8nStep = { name: 'Start', type: 'manualTrigger' };

export function webhook(path: string, parameters: object = {}): N8nStep {
  return {
    name: 'Webhook',
    type: 'webhook',
    version: 2,
    parameters: { path, httpMethod: 'POST', responseMode: 'lastNode', options: {}, ...parameters },
    more: { webhookId: `id-${path}` },
  };
}

/** Edit Fields with one field. */
export function set(field: string, value: string): N8nStep {
  const assignments = [{ id: '1', name: field, value, type: 'string' }];
  return { name: 'Edit', type: 'set', version: 3.4, parameters: { assignments: { assignments }, options: {} } };
}

export function code(jsCode: string): N8nStep {
  return { name: 'Code', type: 'code', version: 2, parameters: { jsCode } };
}
