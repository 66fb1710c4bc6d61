import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { MapProperty, SharedProperty } from '../../../http/answer-properties.js';
import { sharedSchema } from '../../../http/shared-schemas.js';
import { EFFECTS, PortLooks, TRIGGER_KINDS } from './node-looks.js';
import { ParameterView, parameterMap } from './parameter-view.js';

const GROUPS = ['trigger', 'data', 'flow', 'network', 'code', 'ai', 'file', 'service'] as const;
const KINDS = ['action', 'trigger', 'supplier'] as const;

/** A credential that a node can use. */
export class CredentialUse {
  @ApiProperty({ example: 'httpHeaderAuth' })
  type!: string;

  @ApiPropertyOptional()
  required?: boolean;

  @MapProperty(
    { type: 'array', items: sharedSchema('JsonValue') },
    { required: false, description: 'Used when every parameter named here has one of these values' },
  )
  show?: Record<string, JsonValue[]>;
}

/** One thing that a node can do. */
export class NodeActionView {
  @ApiProperty({ example: 'Send an HTTP request' })
  label!: string;

  @SharedProperty('JsonObject', { required: false, description: 'Filled in when it is chosen' })
  parameters?: JsonObject;
}

/** The declaration of a node type: everything that an editor needs to draw and fill it in. */
@ApiExtraModels(ParameterView)
export class NodeView {
  @ApiProperty({ example: 'limit' })
  type!: string;

  @ApiProperty({ type: 'integer', example: 1 })
  version!: number;

  @ApiProperty({ example: 'Limit' })
  label!: string;

  @ApiProperty({ description: 'One sentence', example: 'Keep only the first or last items' })
  summary!: string;

  @ApiProperty({ type: [String], description: 'More words that people search for' })
  keywords!: readonly string[];

  @ApiProperty({ type: [NodeActionView], description: 'What it can do, as people look for it' })
  actions!: readonly NodeActionView[];

  @ApiPropertyOptional({ description: 'Help in Markdown' })
  docs?: string;

  @ApiProperty({ enum: GROUPS, enumName: 'NodeTypeGroup' })
  group!: (typeof GROUPS)[number];

  @ApiProperty({ description: 'Name of a Lucide icon', example: 'funnel' })
  icon!: string;

  @ApiProperty({ enum: KINDS, enumName: 'NodeKind' })
  kind!: (typeof KINDS)[number];

  @ApiPropertyOptional({ enum: TRIGGER_KINDS, enumName: 'TriggerKind', description: 'How it starts runs' })
  trigger?: (typeof TRIGGER_KINDS)[number];

  @ApiProperty({ type: [PortLooks], description: 'Without parameters' })
  inputs!: PortLooks[];

  @ApiProperty({ type: [PortLooks], description: 'Without parameters, and without the error output' })
  outputs!: PortLooks[];

  @ApiProperty({ description: 'Ports depend on the parameters: ask for them with `POST nodes/describe`' })
  dynamicPorts!: boolean;

  @ApiProperty({ description: 'It says what it does in one line: ask for it with `POST nodes/describe`' })
  subtitled!: boolean;

  @ApiPropertyOptional({
    enum: EFFECTS,
    enumName: 'Effect',
    description: 'What it does to the world outside; missing where that depends on the parameters',
  })
  effect?: (typeof EFFECTS)[number];

  @ApiProperty(parameterMap('In the order in which they are shown'))
  parameters!: Record<string, ParameterView>;

  @ApiProperty({ type: [CredentialUse] })
  credentials!: CredentialUse[];
}
