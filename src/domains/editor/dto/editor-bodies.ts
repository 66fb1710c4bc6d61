import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { MapProperty, SharedProperty } from '../../../http/answer-properties.js';
import { EXAMPLE_ID } from '../../../http/documented.js';
import { sharedSchema } from '../../../http/shared-schemas.js';
import { NewWorkflowBody } from '../../workflows/dto/workflow-body.js';

/** Texts with expressions are parameters; longer ones are not evaluated in a workflow either. */
const MAX_EXPRESSION = 100_000;
/** All parameters of a node are fewer. */
const MAX_EXPRESSIONS = 100;
/** Items to try an expression on; what an editor shows is less. */
const MAX_ITEMS = 1_000;
const NAME_LIMIT = 500;

/** What an expression can see. */
export class EvaluationContext {
  @ApiPropertyOptional({
    type: 'array',
    items: sharedSchema('JsonValue'),
    description:
      'Items, or the `json` of items; when left out those that went into `node`, by the execution or by pinned data',
    example: [{ json: { price: 21 } }],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  items?: JsonValue[];

  @ApiPropertyOptional({ description: 'The item that `$json` is', example: 0, default: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  itemIndex?: number;

  @ApiPropertyOptional({
    type: () => NewWorkflowBody,
    description: 'A draft that is not saved; its pinned data is seen in place of what ran',
  })
  @IsOptional()
  @IsObject()
  document?: JsonObject;

  @ApiPropertyOptional({ description: 'A workflow, whose saved draft says what nodes there are', example: EXAMPLE_ID })
  @IsOptional()
  @IsUUID()
  workflowId?: string;

  @ApiPropertyOptional({ description: 'An execution, whose data `$("Node")` shows', example: EXAMPLE_ID })
  @IsOptional()
  @IsUUID()
  executionId?: string;

  @ApiPropertyOptional({ description: 'Name or id of the node that the text belongs to', example: 'Edit Fields' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LIMIT)
  node?: string;
}

/** A text to be evaluated. */
export class EvaluateBody extends EvaluationContext {
  @ApiProperty({ description: 'As a parameter holds it, with its leading `=`', example: '={{ $json.price * 2 }}' })
  @IsString()
  @Length(1, MAX_EXPRESSION)
  expression!: string;
}

/** Texts to be evaluated on the same data: those of one node, say. */
export class EvaluateManyBody extends EvaluationContext {
  @ApiProperty({ description: 'As parameters hold them', example: ['={{ $json.price * 2 }}', '={{ $now }}'] })
  @IsArray()
  @ArrayMaxSize(MAX_EXPRESSIONS)
  @IsString({ each: true })
  @MaxLength(MAX_EXPRESSION, { each: true })
  expressions!: string[];
}

/** A parameter whose choices are wanted, and what has been filled in so far. */
export class OptionsBody {
  @ApiProperty({ description: 'Name of the parameter, with dots to one in a group', example: 'by' })
  @IsString()
  @Length(1, NAME_LIMIT)
  parameter!: string;

  @SharedProperty('JsonObject', { required: false, description: 'The parameters so far' })
  @IsOptional()
  @IsObject()
  parameters?: JsonObject;

  @MapProperty(sharedSchema('CredentialRef'), { required: false, description: 'The credentials so far, by type' })
  @IsOptional()
  @IsObject()
  credentials?: Record<string, { id: string }>;

  @ApiPropertyOptional({ description: 'Only choices with this in their name', example: 'fie' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;

  @ApiPropertyOptional({ description: 'Version of the node type', example: 1, default: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  version?: number;
}
