import type { JsonObject } from '@orchestrator/workflow';

const BODY: JsonObject = { id: 42, name: 'Ada Lovelace', email: 'ada@example.com' };
const VALUE = '42';
/** Parts of a path such as `orders/:id` that are looked at. */
const MAX_PARTS = 20;

/**
 * A call as the trigger would give it, to build and try a workflow with before anybody has called.
 * @param methods that the trigger takes; with several the call's own is told too, which picks the output
 */
export function exampleCall(methods: readonly string[], path: unknown): JsonObject {
  const [method = 'GET'] = methods;
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'DELETE';
  return {
    ...(methods.length > 1 ? { method } : {}),
    headers: {
      host: 'flows.example',
      'user-agent': 'curl/8.9.1',
      accept: '*/*',
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
    },
    params: paramsOf(path),
    query: hasBody ? {} : { id: VALUE },
    body: hasBody ? BODY : {},
    executionMode: 'test',
  };
}

function paramsOf(path: unknown): JsonObject {
  if (typeof path !== 'string') return {};
  const names = path.split('/', MAX_PARTS).filter((part) => /^:[A-Za-z_]\w*$/.test(part) && part !== ':__proto__');
  return Object.fromEntries(names.map((part) => [part.slice(1), VALUE]));
}
