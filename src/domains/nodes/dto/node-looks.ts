import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EDGE_KINDS, type EdgeKind, type JsonObject } from '@orchestrator/workflow';
import { SharedProperty } from '../../../http/answer-properties.js';

export const EFFECTS = ['pure', 'idempotent', 'external'] as const;
export const TRIGGER_KINDS = ['manual', 'webhook', 'schedule', 'error', 'subworkflow', 'poll'] as const;

/** A place where edges of one kind end or begin. */
export class PortLooks {
  @ApiProperty({ enum: EDGE_KINDS, enumName: 'EdgeKind', description: 'What its edges carry' })
  kind!: EdgeKind;

  @ApiPropertyOptional({ description: 'What to write beside it', example: 'true' })
  name?: string;

  @ApiProperty({ description: 'How many edges may end here; 0 for any number', example: 0 })
  max!: number;

  @ApiProperty({ description: 'The node does not work with nothing joined here', example: false })
  required!: boolean;

  @ApiPropertyOptional({ description: 'The output that failing items take', enum: [true] })
  error?: true;
}

/** How a node is drawn with the parameters that it has. */
export class NodeLooks {
  @ApiProperty({ type: [PortLooks], description: 'Edges name them by place among those of their kind' })
  inputs!: PortLooks[];

  @ApiProperty({ type: [PortLooks] })
  outputs!: PortLooks[];

  @ApiProperty({
    description: 'What it does here, in one line; empty when there is nothing to say',
    example: 'POST /orders',
  })
  subtitle!: string;

  @ApiPropertyOptional({ enum: TRIGGER_KINDS, enumName: 'TriggerKind', description: 'How it starts runs' })
  trigger?: (typeof TRIGGER_KINDS)[number];

  @ApiPropertyOptional({ enum: EFFECTS, enumName: 'Effect', description: 'What it does to the world outside' })
  effect?: (typeof EFFECTS)[number];

  @SharedProperty('JsonObject', {
    required: false,
    description: 'Of a trigger: the `json` of an item as it could be met',
  })
  example?: JsonObject;

  @ApiPropertyOptional({ description: 'There is no such type here: the ports are a guess', enum: [true] })
  unknown?: true;
}
