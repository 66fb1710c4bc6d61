import type { BinaryRef, EdgeKind, Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import type {
  CodeRunner,
  HttpRequest,
  HttpResponse,
  ItemTries,
  NodeContext,
  NodeResume,
  NodeSuspension,
  NodeWebhookResponse,
} from './context.js';
import { evaluateDeep } from './deep-values.js';
import type { NodeDefinition } from './define-node.js';
import { NodeFault } from './errors.js';
import { prepareParameters } from './parameter-values.js';
import { nativeRegex } from './test-regex.js';

/** What a test gives a node. Everything but the definition may be left out. */
export interface NodeTest {
  parameters?: JsonObject;
  /** Items of the first main input: whole items, or just their `json`. Default: one empty item. */
  items?: readonly (Item | JsonObject)[];
  /** Items of each main input, in place of `items`. */
  inputs?: readonly (readonly (Item | JsonObject)[] | null)[];
  /** Reads one parameter that begins with `=`. Left out, such a parameter fails the test. */
  expression?(text: string, scope: ExpressionScope): unknown;
  continueOnFail?: boolean;
  credentials?: Readonly<Record<string, JsonObject>>;
  http?(request: HttpRequest): Promise<Partial<HttpResponse>> | Partial<HttpResponse>;
  code?: CodeRunner;
  memory?: JsonObject;
  /** State of earlier executions, by `scope:key`. Written in place. */
  state?: Map<string, JsonValue>;
  resume?: NodeResume;
  /** Items that may be tried again. */
  tries?: ItemTries;
  supplied?: Partial<Record<EdgeKind, unknown[]>>;
  before?: Readonly<Record<string, readonly Item[]>>;
  /** Epoch milliseconds that the clock shows. Default 2026-01-01T00:00:00Z. */
  now?: number;
  timezone?: string;
  mode?: string;
  webhookId?: string;
  /** Told of each step of work that is done in turns: how many milliseconds of processor time it took. */
  onStep?(milliseconds: number): void;
}
export interface ExpressionScope {
  items: readonly Item[];
  itemIndex: number;
  extra: Readonly<Record<string, unknown>>;
}

/** How the node's run came out, and what it did to the world meanwhile. */
export interface NodeTestResult {
  /** Items per output; empty while the node waits. */
  outputs: readonly (readonly Item[])[];
  suspend?: NodeSuspension['suspend'];
  response?: NodeWebhookResponse;
  memory: JsonObject;
  state: Map<string, JsonValue>;
  requests: HttpRequest[];
  logs: { level: string; message: string }[];
  blobs: Map<string, Uint8Array>;
}

const DEFAULT_NOW = Date.UTC(2026, 0, 1);

/** Runs a node once, in this process, with everything outside it in memory. Rejects with the node's own fault. */
export async function runNode(definition: NodeDefinition<any>, test: NodeTest = {}): Promise<NodeTestResult> {
  const inputs = (test.inputs ?? [test.items ?? [{ json: {} }]]).map((items) => items?.map(toItem) ?? null);
  const result: NodeTestResult = {
    outputs: [],
    memory: test.memory ?? {},
    state: test.state ?? new Map(),
    requests: [],
    logs: [],
    blobs: new Map(),
  };
  const ctx = contextOf(definition, test, inputs, result);
  const given = definition.run ? await definition.run(ctx) : [ctx.items];
  if (given === null) return result;
  if ('suspend' in given) result.suspend = given.suspend;
  else result.outputs = given.map((items) => items ?? []);
  return result;
}

/** The `json` of the items of one output. */
export function jsonOf(result: NodeTestResult, output = 0): JsonObject[] {
  return (result.outputs[output] ?? []).map((item) => item.json);
}

function contextOf(
  definition: NodeDefinition<any>,
  test: NodeTest,
  inputs: (Item[] | null)[],
  result: NodeTestResult,
): NodeContext<any> {
  const raw = test.parameters ?? {};
  const items = inputs.find((each) => each && each.length > 0) ?? [];
  const prepared = prepareParameters(definition.parameters, raw);
  const evaluateText =
    (itemIndex: number, extra: Readonly<Record<string, unknown>> = {}) =>
    (text: string) => {
      if (!test.expression) throw new NodeFault(`The test gave no \`expression\` to read ${text} with.`);
      return test.expression(text, { items, itemIndex, extra });
    };
  return {
    node: {
      id: 'node',
      name: definition.label,
      type: definition.type,
      version: definition.version,
      webhookId: test.webhookId,
    },
    workflow: { id: 'workflow', name: 'Workflow', active: false },
    execution: { id: 'execution', mode: test.mode ?? 'manual' },
    timezone: test.timezone ?? 'UTC',
    runIndex: 0,
    items: inputs[0] ?? [],
    input: (index) => inputs[index] ?? null,
    inputCount: inputs.length,
    continueOnFail: test.continueOnFail ?? false,
    signal: new AbortController().signal,
    idempotencyKey: 'execution:node:0',
    resume: test.resume,
    tries: test.tries,
    raw,
    parameters: async (itemIndex) => prepared.all(evaluateText(itemIndex)) as any,
    parameter: async (name, itemIndex) => prepared.one(name, evaluateText(itemIndex)) as any,
    evaluate: async (value, itemIndex, extra) =>
      evaluateDeep(value, 'value', evaluateText(itemIndex, extra)) as JsonValue | undefined,
    async credential(type) {
      const data = test.credentials?.[type];
      if (!data) throw new NodeFault(`The test gave no credential "${type}".`);
      return data;
    },
    async http(request) {
      result.requests.push(request);
      if (!test.http) throw new NodeFault('The test gave no `http`.');
      return { status: 200, statusText: 'OK', headers: {}, url: request.url, ...(await test.http(request)) };
    },
    blobs: memoryBlobs(result.blobs),
    code: test.code ?? {
      javascript: async () => {
        throw new NodeFault('The test gave no `code`.');
      },
    },
    regex: nativeRegex,
    memory: result.memory,
    state: {
      get: async (scope, key) => result.state.get(`${scope}:${key}`),
      async set(scope, key, value) {
        if (value === null) result.state.delete(`${scope}:${key}`);
        else result.state.set(`${scope}:${key}`, value);
      },
    },
    async respond(response) {
      if (result.response) throw new NodeFault('The caller of the webhook has its answer already.');
      result.response = response;
    },
    supplied: async (kind) => test.supplied?.[kind] ?? [],
    before: {
      isExecuted: (name) => test.before?.[name] !== undefined,
      items: (name) => test.before?.[name] ?? [],
    },
    async inTurns(steps) {
      for (;;) {
        const before = test.onStep && process.cpuUsage();
        const step = steps.next();
        if (before) {
          const { user, system } = process.cpuUsage(before);
          test.onStep?.((user + system) / 1000);
        }
        if (step.done) return step.value;
      }
    },
    log: (level, message) => void result.logs.push({ level, message }),
    progress: () => undefined,
    now: () => test.now ?? DEFAULT_NOW,
  };
}

function memoryBlobs(blobs: Map<string, Uint8Array>): NodeContext['blobs'] {
  return {
    async read(ref: BinaryRef) {
      const bytes = ref.id === undefined ? Buffer.from(ref.data ?? '', 'base64') : blobs.get(ref.id);
      if (!bytes) throw new NodeFault(`No blob "${ref.id}".`);
      return bytes;
    },
    async write(bytes, meta) {
      const id = `blob-${blobs.size + 1}`;
      blobs.set(id, bytes);
      return {
        id,
        mimeType: meta.mimeType ?? 'application/octet-stream',
        fileName: meta.fileName,
        bytes: bytes.length,
      };
    },
  };
}

function toItem(given: Item | JsonObject): Item {
  const { json } = given;
  return json !== null && typeof json === 'object' && !Array.isArray(json)
    ? (given as Item)
    : { json: given as JsonObject };
}
