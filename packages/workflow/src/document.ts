import Type, { type Static, type TSchema } from 'typebox';
import { type Item, ItemSchema } from './item.js';
import { JsonObjectSchema } from './json.js';

/**
 * The one source of the document's format: the types below are derived from these schemas, and `workflow.schema.json`
 * is written from them.
 */

/** The version of the document format that this code writes. */
export const FORMAT_VERSION = 1;

/**
 * What an edge carries. `main` carries items; every other kind lets its source *supply* a resource to its target, as a
 * model is supplied to an agent.
 */
export const EDGE_KINDS = [
  'main',
  'agent',
  'chain',
  'document',
  'embedding',
  'model',
  'memory',
  'parser',
  'retriever',
  'reranker',
  'splitter',
  'tool',
  'vectorStore',
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** A misspelt field is a fault, not a silent default. */
const closed = { additionalProperties: false };
const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);
const id = (description: string) => Type.String({ minLength: 1, description });
const choice = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...(description === undefined ? {} : { description }) });
const point = (description: string) => Type.Tuple([Type.Number(), Type.Number()], { description });

export const CredentialRefSchema = Type.Object({ id: optional(Type.String()), name: optional(Type.String()) }, closed);
/** Which credential is in use. `id` is missing until a person has picked one. */
export type CredentialRef = Static<typeof CredentialRefSchema>;

export const OnErrorSchema = choice(
  ['stop', 'continue', 'errorOutput'],
  'What a failure does. Default `stop`. `errorOutput` sends failing items to one more main output, behind the own ones.',
);
/** `errorOutput` sends failing items to one more main output, behind the node's own. */
export type OnError = Static<typeof OnErrorSchema>;

export const RetryPolicySchema = Type.Object(
  {
    maxTries: Type.Integer({ minimum: 2, maximum: 100, description: 'Attempts in all, the first included.' }),
    waitMs: Type.Number({ minimum: 0, description: 'Milliseconds before the second attempt.' }),
    backoff: optional(choice(['fixed', 'exponential'], 'How the wait grows. Default `fixed`.')),
    maxWaitMs: optional(Type.Number({ minimum: 0, description: 'Upper bound of one wait, in milliseconds.' })),
  },
  closed,
);
/** Whether and how a node is tried again when it fails: `waitMs` and `maxWaitMs` are milliseconds. */
export type RetryPolicy = Static<typeof RetryPolicySchema>;

export const WorkflowNodeSchema = Type.Object(
  {
    id: id('Stable over renames, unique in the document.'),
    name: id('Unique in the document; expressions refer to nodes by name.'),
    type: id("The node type, such as `httpRequest`; a plugin's is `plugin-name.nodeType`."),
    version: Type.Integer({ minimum: 1, description: 'The version of the node type.' }),
    position: point('Place of the upper left corner on the canvas, in pixels.'),
    parameters: JsonObjectSchema,
    credentials: optional(
      Type.Record(Type.String(), CredentialRefSchema, { description: 'Credential type to the credential in use.' }),
    ),
    disabled: optional(Type.Boolean()),
    note: optional(Type.String()),
    retry: optional(RetryPolicySchema),
    onError: optional(OnErrorSchema),
    alwaysOutputData: optional(Type.Boolean({ description: 'Emit one empty item when the node gives none.' })),
    executeOnce: optional(Type.Boolean({ description: 'Run for the first item of each input only.' })),
    webhookId: optional(
      Type.String({ description: 'The stable part of the addresses of a webhook, form or wait node.' }),
    ),
  },
  closed,
);
/** One node. In `parameters`, a string that begins with `=` is an expression, at any depth. */
export type WorkflowNode = Static<typeof WorkflowNodeSchema>;

export const PortRefSchema = Type.Object(
  { node: id('Id of the node.'), port: optional(Type.Integer({ minimum: 0, description: '0 when left out.' })) },
  closed,
);
export type PortRef = Static<typeof PortRefSchema>;

export const EdgeSchema = Type.Object({ kind: choice(EDGE_KINDS), from: PortRefSchema, to: PortRefSchema }, closed);
/** From an output of one node to an input of another; nodes by id, ports by index among those of the same kind. */
export type Edge = Static<typeof EdgeSchema>;

export const SaveDataSchema = choice(['all', 'none']);
export type SaveData = Static<typeof SaveDataSchema>;

export const WorkflowSettingsSchema = Type.Object(
  {
    timezone: optional(Type.String({ description: "IANA zone; the tenant's when left out." })),
    executionOrder: optional(
      choice(['v0', 'v1'], '`v1`: depth first, by position. `v0`: breadth first (old n8n workflows). Default `v1`.'),
    ),
    errorWorkflow: optional(Type.String({ description: 'Id of the workflow that is run when this one fails.' })),
    timeoutSeconds: optional(
      Type.Number({ exclusiveMinimum: 0, description: 'Seconds after which a run is stopped.' }),
    ),
    callers: optional(
      Type.Union([choice(['any', 'none']), Type.Array(Type.String())], {
        description: 'Who may call this workflow as a sub-workflow. Default `any` (of the same tenant).',
      }),
    ),
    save: optional(
      Type.Object(
        { success: optional(SaveDataSchema), error: optional(SaveDataSchema), manual: optional(SaveDataSchema) },
        { ...closed, description: 'What is kept of ended runs. All default to `all`.' },
      ),
    ),
  },
  closed,
);
export type WorkflowSettings = Static<typeof WorkflowSettingsSchema>;

export const StickyNoteSchema = Type.Object(
  {
    id: id('Unique among the notes.'),
    text: Type.String({ description: 'Markdown.' }),
    position: point('Place of the upper left corner on the canvas, in pixels.'),
    size: point('Width and height in pixels.'),
    color: optional(Type.Union([Type.Number(), Type.String()])),
  },
  closed,
);
export type StickyNote = Static<typeof StickyNoteSchema>;

export const NodeGroupSchema = Type.Object(
  {
    id: id('Unique among the groups.'),
    name: Type.String(),
    nodes: Type.Array(Type.String(), { description: 'Ids of the nodes.' }),
    description: optional(Type.String()),
    color: optional(Type.Union([Type.Number(), Type.String()], { description: 'As the color of a note.' })),
  },
  closed,
);
export type NodeGroup = Static<typeof NodeGroupSchema>;

export const WorkflowDocumentSchema = Type.Object(
  {
    formatVersion: Type.Literal(FORMAT_VERSION),
    id: optional(Type.String()),
    name: id('What people call the workflow.'),
    description: optional(Type.String()),
    nodes: Type.Array(WorkflowNodeSchema),
    edges: Type.Array(EdgeSchema),
    settings: WorkflowSettingsSchema,
    pins: optional(
      Type.Unsafe<Record<string, Item[]>>(
        Type.Record(Type.String(), Type.Array(ItemSchema), {
          description: 'Output that stands in for running a node in manual runs: node id to items of output 0.',
        }),
      ),
    ),
    notes: optional(Type.Array(StickyNoteSchema)),
    groups: optional(Type.Array(NodeGroupSchema)),
    tags: optional(Type.Array(Type.String())),
  },
  closed,
);
/** One workflow, as it is stored, exported and reviewed. */
export type WorkflowDocument = Static<typeof WorkflowDocumentSchema>;
