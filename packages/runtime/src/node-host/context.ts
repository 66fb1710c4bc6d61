import type { LogLine, NodeCall, StateWrite, WebhookResponse } from '@orchestrator/engine';
import {
  type CodeRequest,
  type CodeResult,
  type CredentialUse,
  type EvaluateText,
  evaluateDeep,
  type HttpRequest,
  type HttpResponse,
  type NodeBlobs,
  type NodeContext,
  type NodeDefinition,
  NodeFault,
  type NodeWebhookResponse,
  type ParameterSet,
  type ParameterValues,
  type PreparedParameters,
  type RegexRunner,
  type Soon,
} from '@orchestrator/node-sdk';
import type { EdgeKind, Item, JsonObject, JsonValue, WorkflowNode } from '@orchestrator/workflow';
import { inTurn, type SendHop } from '../http/hop-signer.js';
import type { UsedCredential } from '../http/sign-request.js';
import { CallScope } from './call-scope.js';
import { CallState } from './call-state.js';
import { runCode } from './code.js';
import { indexOf } from './document-index.js';
import { readWithExpressions, type Turn } from './evaluator.js';
import type { HostServices } from './host-services.js';
import { StepLog } from './step-log.js';
import { toWebhookResponse } from './webhook-response.js';

/**
 * Milliseconds that a node may work through items without a pause. Reading the parameters of an item is where it pauses,
 * between items and between the expressions of one: each may take some 200 ms, and 100,000 items, or a node of a thousand
 * expressions, would keep everybody else's runs and calls waiting.
 */
const TURN_MS = 10;

/** What one run of one node sees of the world; see `NodeContext`. Also gathers what the run leaves behind. */
export class HostContext implements NodeContext<ParameterSet>, Turn {
  readonly scope: CallScope;
  /** What the node answered to the caller of the webhook. */
  response?: WebhookResponse;
  private callState: CallState | undefined;
  private memoryUsed = false;
  private turnEndsAt = performance.now() + TURN_MS;

  constructor(
    private readonly services: HostServices,
    private readonly call: NodeCall,
    private readonly definition: NodeDefinition,
    private readonly prepared: PreparedParameters,
    /** The node itself, or a supplier that is joined to it. */
    readonly node: WorkflowNode = call.node,
    /** What it writes down goes where the node's own lines go. */
    private readonly stepLog = new StepLog(),
  ) {
    this.scope = new CallScope(call, services.globals, services.clock.now);
  }

  get workflow() {
    return this.call.run.workflow;
  }
  get execution() {
    return new ContextExecution(this.call, this.scope);
  }
  get timezone() {
    return this.call.run.timezone;
  }
  get runIndex() {
    return this.call.runIndex;
  }
  get items(): readonly Item[] {
    return this.call.inputs[0] ?? [];
  }
  input(index: number): readonly Item[] | null {
    return this.call.inputs[index] ?? null;
  }
  /** What the type declares, joined or not: a merge that lacks an input still has it. */
  get inputCount() {
    const declared = this.call.shape.inputs.filter((port) => port.kind === 'main').length;
    return Math.max(declared, this.call.inputs.length);
  }
  get continueOnFail() {
    return (this.call.node.onError ?? 'stop') !== 'stop';
  }
  get signal() {
    return this.call.signal;
  }
  get idempotencyKey() {
    return this.call.idempotencyKey;
  }
  get resume() {
    return this.call.resume;
  }
  get tries() {
    return this.call.tries;
  }
  /** The engine hands a copy, to be changed in place. */
  get memory(): JsonObject {
    this.memoryUsed = true;
    return this.call.memory;
  }
  /** The memory to save; `undefined` when the node never looked at it. */
  get changedMemory(): JsonObject | undefined {
    return this.memoryUsed ? this.call.memory : undefined;
  }
  get raw() {
    return this.node.parameters;
  }
  get state(): CallState {
    this.callState ??= new CallState(this.call, this.services.state);
    return this.callState;
  }
  /** What was written down for people. */
  get logs(): readonly LogLine[] | undefined {
    return this.stepLog.lines;
  }
  /** State writes of this run, for the journal. */
  get writes(): readonly StateWrite[] {
    return this.callState?.writes ?? [];
  }

  parameters(itemIndex: number): Soon<ParameterValues<ParameterSet>> {
    if (this.turnIsOver) return this.giveWay().then(() => this.parameters(itemIndex));
    const { constant, all } = this.prepared;
    if (constant) return constant as ParameterValues<ParameterSet>;
    return this.read(itemIndex, all) as Soon<ParameterValues<ParameterSet>>;
  }

  parameter<K extends string>(name: K, itemIndex: number): Soon<ParameterValues<ParameterSet>[K]> {
    if (this.turnIsOver) return this.giveWay().then(() => this.parameter(name, itemIndex));
    const { constant } = this.prepared;
    if (constant) return constant[name] as ParameterValues<ParameterSet>[K];
    return this.read(itemIndex, (evaluate) => this.prepared.one(name, evaluate)) as Soon<
      ParameterValues<ParameterSet>[K]
    >;
  }

  private read(itemIndex: number, from: (evaluate: EvaluateText) => unknown): Soon<unknown> {
    this.scope.itemIndex = itemIndex;
    return this.readItem(from, true);
  }

  private readItem(from: (evaluate: EvaluateText) => unknown, ofParameters: boolean): Soon<unknown> {
    const engine = this.services.expressions(this.call.run.tenantId);
    return readWithExpressions(engine, this.scope, from, this, ofParameters);
  }

  async evaluate(
    value: JsonValue,
    itemIndex: number,
    extra?: Readonly<Record<string, unknown>>,
  ): Promise<JsonValue | undefined> {
    if (this.turnIsOver) await this.giveWay();
    this.scope.itemIndex = itemIndex;
    this.scope.extra = extra;
    try {
      const read = (evaluate: EvaluateText) => evaluateDeep(value, 'value', evaluate);
      // What stands there may be a credential's: a fault must not lead to it.
      return (await this.readItem(read, false)) as JsonValue | undefined;
    } finally {
      this.scope.extra = undefined;
    }
  }

  async credential(type: string, itemIndex = 0): Promise<JsonObject> {
    return (await this.usedCredential({ type, itemIndex })).data;
  }

  async http({ credential = [], ...bare }: HttpRequest): Promise<HttpResponse> {
    const { tenantId, executionId } = this.call.run;
    const options = { signal: this.call.signal, tenantId, executionId };
    const send: SendHop = (one) => this.services.http.request(one, options);
    const used = [];
    for (const use of [credential].flat()) used.push(await this.usedCredential(use));
    if (used.length === 0) return send(bare);
    const signer = inTurn(used.map((each) => this.services.sign(each, send)));
    return this.services.http.request(bare, { ...options, signer });
  }

  private async usedCredential({ type, itemIndex = 0 }: CredentialUse): Promise<UsedCredential> {
    const { tenantId, executionId, workflow } = this.call.run;
    const { credentials } = this.services;
    const id = this.credentialId(type);
    const { name, data: stored, allowedHosts, answered } = await credentials.read(tenantId, type, id, workflow.id);
    const data = (await this.evaluate(stored, itemIndex)) as JsonObject;
    this.stepLog.hide(data);
    const by = { executionId, node: this.node.name };
    const claimHost = (host: string) => credentials.claimHost(tenantId, id, host, by);
    return { tenantId, type, id, name, data, stored, allowedHosts, claimHost, ...(answered ? { answered } : {}) };
  }

  get blobs(): NodeBlobs {
    const { tenantId, executionId } = this.call.run;
    return {
      read: (ref) => this.services.blobs.read(tenantId, ref),
      write: (bytes, meta) => this.services.blobs.write(tenantId, executionId, bytes, meta),
    };
  }

  get code() {
    return {
      javascript: (request: CodeRequest): Promise<CodeResult> =>
        runCode(this.services, this.call, this.scope, this.state, this.stepLog, request),
    };
  }

  get regex(): RegexRunner {
    return this.services.code.regex(this.call.run.tenantId);
  }

  async respond(response: NodeWebhookResponse): Promise<void> {
    if (this.response)
      throw new NodeFault('This run has already answered its caller', { code: 'webhook.answered', retryable: false });
    this.response = toWebhookResponse(response);
  }

  async supplied(kind: EdgeKind, itemIndex = 0): Promise<unknown[]> {
    const { byId } = indexOf(this.call.document);
    const suppliers = this.call.document.edges
      .filter((edge) => edge.kind === kind && edge.to.node === this.node.id)
      .map((edge) => byId.get(edge.from.node))
      .filter((node): node is WorkflowNode => node !== undefined && !node.disabled)
      .sort((a, b) => a.position[1] - b.position[1] || a.position[0] - b.position[0]);
    return Promise.all(suppliers.map((node) => this.supplyFrom(node, itemIndex)));
  }

  get before() {
    const { data } = this.call;
    return {
      isExecuted: (nodeName: string) => data.runs(nodeName).length > 0,
      items: (nodeName: string, output = 0, run = -1) => data.runs(nodeName).at(run)?.outputs[output] ?? [],
    };
  }

  log(level: 'debug' | 'info' | 'warn' | 'error', message: string, data?: JsonObject): void {
    this.stepLog.add({ level, text: data === undefined ? message : `${message} ${JSON.stringify(data)}` });
  }
  progress(data: JsonObject): void {
    this.call.onProgress?.(data);
  }
  now(): number {
    return this.services.clock.now();
  }

  async inTurns<T>(steps: Iterator<void, T>): Promise<T> {
    for (;;) {
      if (this.turnIsOver) await this.giveWay();
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  get turnIsOver(): boolean {
    return performance.now() > this.turnEndsAt;
  }

  /** Lets the others of this process have their turn. @throws the signal's reason when the run has ended meanwhile */
  async giveWay(): Promise<void> {
    await this.services.clock.yield(this.call.run.tenantId);
    this.call.signal.throwIfAborted();
    this.turnEndsAt = performance.now() + TURN_MS;
  }

  private supplyFrom(node: WorkflowNode, itemIndex: number): Promise<unknown> {
    const { definition, prepared } = this.services.prepared(node);
    if (!definition.supply)
      throw new NodeFault(`'${node.name}' can't supply anything to '${this.node.name}'`, {
        code: 'supplier.none',
        retryable: false,
      });
    const context = new HostContext(this.services, this.call, definition, prepared, node, this.stepLog);
    return definition.supply(context, itemIndex);
  }

  private credentialId(type: string): string {
    const id = this.node.credentials?.[type]?.id;
    if (id) return id;
    const label = this.services.registry.credential(type)?.label ?? type;
    throw new NodeFault(
      `'${this.node.name}' needs a credential of the type ${label}: pick or create one in the node's settings`,
      {
        code: 'credential.missing',
        retryable: false,
        details: { node: this.definition.type },
      },
    );
  }
}

/** What a node sees of its execution: as `ScopeExecution`, with the mode as the engine names it. */
class ContextExecution {
  constructor(
    private readonly call: NodeCall,
    private readonly scope: CallScope,
  ) {}

  get id(): string {
    return this.call.run.executionId;
  }
  get mode(): string {
    return this.call.run.mode;
  }
  get resumeUrl(): string | undefined {
    return this.scope.execution.resumeUrl;
  }
}
