import {
  BinaryRefSchema,
  CredentialRefSchema,
  EdgeSchema,
  ItemErrorSchema,
  ItemSchema,
  NodeGroupSchema,
  PairedItemSchema,
  PortRefSchema,
  RetryPolicySchema,
  StickyNoteSchema,
  WorkflowDocumentSchema,
  WorkflowNodeSchema,
  WorkflowSettingsSchema,
} from '@orchestrator/workflow';

const text = { type: 'string' };

/** Schemas that many answers share: those of the document's format under the names of its types, and JSON itself. */
const SCHEMAS = {
  WorkflowDocument: WorkflowDocumentSchema,
  WorkflowNode: WorkflowNodeSchema,
  WorkflowSettings: WorkflowSettingsSchema,
  Edge: EdgeSchema,
  PortRef: PortRefSchema,
  CredentialRef: CredentialRefSchema,
  RetryPolicy: RetryPolicySchema,
  StickyNote: StickyNoteSchema,
  NodeGroup: NodeGroupSchema,
  Item: ItemSchema,
  BinaryRef: BinaryRefSchema,
  PairedItem: PairedItemSchema,
  ItemError: ItemErrorSchema,
  JsonObject: { type: 'object', additionalProperties: true, description: 'Any JSON object' },
  JsonValue: { description: 'Any JSON value' },
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      code: { ...text, description: 'For programs; stays as it is' },
      detail: { ...text, description: 'For people: what happened and what to do' },
      requestId: { ...text, description: 'Leads to the call in the log' },
      retryAfter: { type: 'number', description: 'Seconds to wait' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['field', 'message'],
          properties: { field: { ...text, description: 'Where, such as `nodes.0.name`' }, message: text },
        },
      },
    },
    additionalProperties: true,
  },
};

/** Those that are types of the package of the document's format, by the same names. */
export const workflowTypeNames = (Object.keys(SCHEMAS) as SchemaName[]).filter((name) => name !== 'Problem');

export type SchemaName = keyof typeof SCHEMAS;

/** A reference to a shared schema: for `@ApiProperty({ type: 'array', items: sharedSchema('Item') })`, say. */
export function sharedSchema(name: SchemaName): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** The shared schemas as components of the OpenAPI document; where one is part of another it is referred to. */
export function sharedSchemas(): Record<SchemaName, object> {
  // Through JSON, which leaves out what the type builder notes for itself.
  const texts = Object.entries(SCHEMAS).map(([name, schema]) => [JSON.stringify(schema), name as SchemaName] as const);
  const names = new Map(texts);
  const referred = (value: unknown, top: boolean): unknown => {
    if (Array.isArray(value)) return value.map((each) => referred(each, false));
    if (typeof value !== 'object' || value === null) return value;
    const name = top ? undefined : names.get(JSON.stringify(value));
    if (name !== undefined) return sharedSchema(name);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, referred(each, false)]));
  };
  return Object.fromEntries(texts.map(([json, name]) => [name, referred(JSON.parse(json), true)])) as Record<
    SchemaName,
    object
  >;
}
