import { Injectable } from '@nestjs/common';
import type { NodeCall } from '@orchestrator/engine';
import type { Evaluation, ExpressionHint } from '@orchestrator/expression';
import { type Choice, NodeFault, type Parameter, type ParameterSet } from '@orchestrator/node-sdk';
import { NodeHost, NodeRegistry } from '@orchestrator/runtime';
import type { Item, JsonObject, JsonValue, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { type Principal, requireAlso } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { MainThread } from '../../infrastructure/fairness/main-thread.js';
import { EarlierRuns } from '../executions/earlier-runs.service.js';
import { TenantsService } from '../tenants/tenants.service.js';
import { WorkflowsService } from '../workflows/workflows.service.js';
import type { EvaluationView } from './dto/editor-answers.js';
import type { EvaluationContext, OptionsBody } from './dto/editor-bodies.js';
import { SeenExecutions } from './seen-executions.js';
import { NOT_TRIED, TrialBudget } from './trial-budget.js';
import { LONE_NODE, loneDocument, type Trial, trialCall } from './trial-call.js';
import { trialDocument } from './trial-document.js';
import { TrialPlaces } from './trial-places.js';

/** A person who waits for choices has given up by then. */
const TIMEOUT_MS = 30_000;
/** More can't be looked through; the search narrows them down. */
const MAX_CHOICES = 1_000;

/** How a text came out; nothing when the budget had nothing left for it. */
interface Tried {
  evaluation?: Evaluation;
  hints: ExpressionHint[];
}

/** What an editor asks while a person fills in a node. */
@Injectable()
export class EditorService {
  private readonly seen = new SeenExecutions();

  constructor(
    private readonly host: NodeHost,
    private readonly registry: NodeRegistry,
    private readonly workflows: WorkflowsService,
    private readonly runs: EarlierRuns,
    private readonly tenants: TenantsService,
    private readonly places: TrialPlaces,
    private readonly turns: MainThread,
  ) {}

  /**
   * What texts with expressions give for an item, in their order, and where they go wrong.
   * All of them share one budget, whatever their number; what it has nothing left for is told so.
   * @throws Problem 403 for who may not read them; 404 when the workflow, the execution or the node is not there; 422 for a document that can't be read;
   *   429 when too many questions wait already
   */
  async evaluate(caller: Principal, body: EvaluationContext, texts: readonly string[]): Promise<EvaluationView[]> {
    if (body.executionId) requireAlso(caller, 'executions.read');
    if (body.workflowId) requireAlso(caller, 'workflows.read');
    return this.places.take(caller, async () => {
      const budget = new TrialBudget(this.turns, caller.tenantId);
      const call = trialCall(await this.trial(caller, body));
      const index = body.itemIndex ?? 0;
      /** Texts that stand several times are worked out once. */
      const known = new Map<string, Tried>();
      const views: EvaluationView[] = [];
      for (const text of texts) {
        let tried = known.get(text);
        if (!tried) {
          tried = await this.tryOut(call, text, index, budget);
          known.set(text, tried);
        }
        const { evaluation, hints } = tried;
        await budget.pause();
        const view = evaluation ? budget.timed(() => budget.shown(evaluation)) : NOT_TRIED;
        views.push({ ...view, hints });
      }
      return views;
    });
  }

  private async tryOut(call: NodeCall, text: string, index: number, budget: TrialBudget): Promise<Tried> {
    if (!budget.admits(text)) return { hints: [] };
    await budget.pause();
    const evaluation = await budget.timed(() => this.host.evaluate(call, text, index));
    // A text in which a part gives nothing is a value too, so only what is surely whole goes without.
    const isWhole = evaluation.kind === 'value' && typeof evaluation.value !== 'string';
    if (isWhole || !budget.hasTimeForHints) return { evaluation, hints: [] };
    await budget.pause();
    return { evaluation, hints: budget.timed(() => this.host.diagnose(call, text, index)) };
  }

  /** @throws Problem 404 for an unknown node type, 429 when too many questions wait already, 422 when the parameter has no choices or they can't be looked up */
  async options(caller: Principal, type: string, body: OptionsBody): Promise<{ items: Choice<never>[] }> {
    const version = body.version ?? 1;
    const definition = this.registry.node(type, version);
    if (!definition) throw Problem.notFound('node type', `${type} ${version}`);
    const parameter = parameterAt(definition.parameters, body.parameter);
    const load = parameter && 'load' in parameter ? parameter.load : undefined;
    const fixed = parameter && 'choices' in parameter ? parameter.choices : undefined;
    if (!load && !fixed) {
      throw Problem.invalid('node.no_choices', `'${type}' has no parameter '${body.parameter}' with choices.`, [
        { field: 'parameter', message: 'has to be a parameter with choices' },
      ]);
    }
    const bare = { ...LONE_NODE, type, version };
    const found = load ? await this.places.take(caller, () => this.load(caller, bare, load, body)) : (fixed ?? []);
    const wanted = body.search?.toLowerCase() ?? '';
    const items = found.filter((choice) => choice.label.toLowerCase().includes(wanted)).slice(0, MAX_CHOICES);
    return { items: items as Choice<never>[] };
  }

  private async load(caller: Principal, bare: WorkflowNode, loader: string, body: OptionsBody): Promise<Choice[]> {
    const node = { ...bare, parameters: body.parameters ?? {}, credentials: body.credentials as never };
    const trial: Trial = {
      tenantId: caller.tenantId,
      document: loneDocument(node),
      node,
      workflow: { id: '', name: '', active: false },
      timezone: (await this.tenants.get(caller.tenantId)).timezone,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    try {
      return await this.host.choices(trialCall(trial), loader, body.search);
    } catch (error) {
      if (error instanceof NodeFault) throw Problem.invalid('node.choices_failed', error.message);
      throw error;
    }
  }

  private async trial(caller: Principal, body: EvaluationContext): Promise<Trial> {
    const { tenantId } = caller;
    const { executionId } = body;
    const given = body.document && trialDocument(body.document);
    const state = executionId
      ? await this.seen.of(tenantId, executionId, () => this.runs.stateOf(tenantId, executionId))
      : undefined;
    const view = body.workflowId && !state && !given ? await this.workflows.get(tenantId, body.workflowId) : undefined;
    const document: WorkflowDocument = given ?? state?.plan.document ?? view ?? loneDocument(LONE_NODE);
    return {
      tenantId,
      document,
      node: body.node === undefined ? LONE_NODE : nodeOf(document, body.node),
      workflow: { id: view?.id ?? body.workflowId ?? '', name: document.name, active: view?.active ?? false },
      timezone: document.settings.timezone ?? (await this.tenants.get(tenantId)).timezone,
      items: body.items?.map(itemOf),
      // An execution by itself is looked at as it was.
      pins: given !== undefined || state === undefined,
      execution: state && { id: executionId as string, state },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
  }
}

function nodeOf(document: WorkflowDocument, nameOrId: string): WorkflowNode {
  const found = document.nodes.find((node) => node.name === nameOrId || node.id === nameOrId);
  if (!found) throw Problem.notFound('node', nameOrId);
  return found;
}

/** A parameter by its name, with dots to one in a group. */
function parameterAt(set: ParameterSet, path: string): Parameter | undefined {
  let fields: ParameterSet | undefined = set;
  let found: Parameter | undefined;
  for (const name of path.split('.')) {
    found = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
    fields = found && 'fields' in found ? found.fields : undefined;
  }
  return found;
}

/** An item, or just its `json`. */
function itemOf(value: JsonValue, index: number): Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw Problem.invalid('input.not_items', 'The items are a list of objects.', [
      { field: `items.${index}`, message: 'has to be an object' },
    ]);
  }
  const { json } = value;
  const isWhole = typeof json === 'object' && json !== null && !Array.isArray(json);
  return isWhole ? (value as unknown as Item) : { json: value as JsonObject };
}
