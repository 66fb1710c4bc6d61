import type { EdgeKind, Item, JsonObject, LoopPorts } from '@orchestrator/workflow';
import type { HttpRequest, NodeContext, NodeResult } from './context.js';
import type { Choice, ParameterSet, ParameterValues } from './parameters.js';
import type { Soon } from './soon.js';
import type { Say, Translations } from './translation.js';

export interface NodePort {
  kind?: EdgeKind;
  name?: string;
  /** Supplying nodes that may be joined to this input; 0 for any number. Default 0 for `main`, else 1. */
  max?: number;
  required?: boolean;
}

export type NodeGroup = 'trigger' | 'data' | 'flow' | 'network' | 'code' | 'ai' | 'file' | 'service';

/** One thing that a node can do, as a person looks for it: "Send an HTTP request". */
export interface NodeAction {
  /** A phrase that begins with a verb. Searched. */
  label: string;
  /** What is filled in when it is chosen. */
  parameters?: JsonObject;
}

/** How a trigger starts runs. `parameters` are literal at activation: triggers have no items to evaluate on. */
export type TriggerBehaviour =
  | { kind: 'manual' }
  | { kind: 'webhook' }
  | { kind: 'schedule' }
  | { kind: 'error' }
  | { kind: 'subworkflow' }
  | { kind: 'poll'; poll(ctx: NodeContext): Promise<readonly Item[] | null> };

/**
 * Looks up the choices of a parameter. Taken from a method, because methods' arguments are compared leniently: only so
 * does a definition with its own parameters fit a list of definitions.
 */
export type ChoiceLoader<P extends ParameterSet = ParameterSet> = {
  load(ctx: NodeContext<P>, search?: string): Promise<Choice[]>;
}['load'];

/** What validation has to know of a node beside its ports; see `NodeTypeInfo`. The parameters have their defaults. */
export interface NodeFlow {
  /** It stands for a node of which nothing is known. */
  isOpen?: boolean;
  responds?: boolean;
  awaitsResponse?(raw: JsonObject): 'yes' | 'no' | 'perhaps';
  loop?(raw: JsonObject): LoopPorts;
}

/** A node type: its declaration and what it does. */
export interface NodeDefinition<P extends ParameterSet = ParameterSet> {
  /** Stable id, camelCase: `httpRequest`. */
  type: string;
  /** Positive integer; a workflow names the version it uses. */
  version: number;
  label: string;
  /** One sentence: what it does for a person. Searched. */
  summary: string;
  /** More words that people search for. */
  keywords?: readonly string[];
  /** What it can do, each as people look for it. */
  actions?: readonly NodeAction[];
  /** Help in Markdown, a screenful at most: what it does, an example, what surprises people. */
  docs?: string;
  /** What it says in other languages; what is not there is said in English. */
  translations?: Translations;
  group: NodeGroup;
  /** Name of a Lucide icon, such as `git-compare`. */
  icon: string;
  kind?: 'action' | 'trigger' | 'supplier';
  /** Default: one main input (none for a trigger). A function sees the raw parameters, which are `literal` there. */
  inputs?: readonly NodePort[] | ((raw: JsonObject) => readonly NodePort[]);
  /** Default: one main output. The error output is the engine's. */
  outputs?: readonly NodePort[] | ((raw: JsonObject) => readonly NodePort[]);
  /** See `NodeShape.requiredInputs` of the engine. */
  requiredInputs?: (raw: JsonObject) => number | readonly number[] | undefined;
  parameters: P;
  credentials?: readonly { type: string; required?: boolean; show?: Readonly<Record<string, readonly unknown[]>> }[];
  /** What it does to the world; a function of the raw parameters where that depends. Default `external`. */
  effect?: 'pure' | 'idempotent' | 'external' | ((raw: JsonObject) => 'pure' | 'idempotent' | 'external');
  /** The line under the node's name on the canvas, such as `POST /orders`; its words are said by `say`. */
  subtitle?: (raw: JsonObject, say: Say) => string;
  trigger?: TriggerBehaviour;
  /** Of a trigger: the `json` of an item as it could be met, to try a workflow with. Left out where an empty one does. */
  example?: (raw: JsonObject) => JsonObject;
  /** An action or a trigger's part within a run (a trigger passes its items on unless it says otherwise). */
  run?(ctx: NodeContext<P>): Soon<NodeResult>;
  /** A supplier's part: what it hands to the node that it is joined to. */
  supply?(ctx: NodeContext<P>, itemIndex: number): Promise<unknown>;
  /** Choices that are looked up while a person edits. */
  loaders?: Readonly<Record<string, ChoiceLoader<P>>>;
  /** The part that it plays in a workflow, for warnings about what runs but hardly as meant. */
  flow?: NodeFlow;
  /** Faults that only the whole of the parameters shows, found when a workflow is saved or activated. */
  validate?(raw: JsonObject): { path: string; message: string }[];
}

/** Declares a node type; the parameters give `run` its types. */
export function defineNode<const P extends ParameterSet>(definition: NodeDefinition<P>): NodeDefinition<P> {
  return definition;
}

/** A type of credential: its fields, and how it signs a request. */
export interface CredentialDefinition<P extends ParameterSet = ParameterSet> {
  /** Named as n8n's (`httpHeaderAuth`), so that imports match. */
  type: string;
  label: string;
  summary: string;
  icon: string;
  /** What it says in other languages; what is not there is said in English. */
  translations?: Translations;
  /** Fields with `password: true` are secret: they go in and never come out. */
  parameters: P;
  /** Host patterns of the service that it is for. A new credential may go there and nowhere else, unless it is told so. */
  hosts?: readonly string[];
  /** Fields with an address that secrets are sent to by `exchange`. Who changes one has to know the secrets. */
  addresses?: readonly (keyof P & string)[];
  /** Adds itself to a request. Pure; a scheme that takes a call of its own has `exchange` or `challenge` besides. */
  sign?(data: ParameterValues<P>, request: HttpRequest): HttpRequest;
  /**
   * Answers a 401 (digest): gives the request to send once more, or nothing when the challenge is none of its own. Called
   * once for a request.
   */
  challenge?(
    data: ParameterValues<P>,
    request: HttpRequest,
    response: { status: number; headers: Record<string, string | string[]> },
  ): HttpRequest | undefined;
  /**
   * For schemes that take a call of their own (OAuth 2 client credentials): what it gives is laid over the data that
   * `sign` gets, and kept until `expiresAt` (epoch milliseconds). Its calls follow no redirect.
   */
  exchange?(
    data: ParameterValues<P>,
    http: (
      request: HttpRequest,
    ) => Promise<{ status: number; text: string; headers: Record<string, string | string[]> }>,
  ): Promise<{ data: JsonObject; expiresAt?: number }>;
  /** A harmless request that shows whether it works. */
  test?(data: ParameterValues<P>): HttpRequest | undefined;
}

/** Declares a credential type. */
export function defineCredential<const P extends ParameterSet>(
  definition: CredentialDefinition<P>,
): CredentialDefinition<P> {
  return definition;
}
