import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IdProperty } from '../../../http/answer-properties.js';
import { PageQuery } from '../../../http/page.js';

/** What a workflow is called for: as a part of another, or when another fails. */
export const CALL_KINDS = ['subworkflow', 'error'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

const SEARCH_LIMIT = 200;
/** Workflows that are asked for by their ids at once. */
const MOST_NAMED = 100;

/** Which workflows a workflow may call. */
export class CallableQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CALL_KINDS, default: 'subworkflow' })
  @IsOptional()
  @IsIn(CALL_KINDS)
  kind: CallKind = 'subworkflow';

  @ApiPropertyOptional({ description: 'The workflow that calls; left out, it is one that has not been saved yet' })
  @IsOptional()
  @IsUUID()
  by?: string;

  @ApiPropertyOptional({ description: 'Part of the name', example: 'orders' })
  @IsOptional()
  @IsString()
  @MaxLength(SEARCH_LIMIT)
  q?: string;

  @ApiPropertyOptional({
    type: String,
    description: `These workflows, separated by commas, ${MOST_NAMED} at most: those too that can't be called`,
  })
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : value))
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(MOST_NAMED)
  ids?: string[];
}

const INPUT_TYPES = ['any', 'string', 'number', 'boolean', 'array', 'object'] as const;

/** A field that a workflow takes from whoever calls it. */
export class CallInput {
  @ApiProperty({ example: 'orderId' })
  name!: string;

  @ApiProperty({ enum: INPUT_TYPES, example: 'number' })
  type!: (typeof INPUT_TYPES)[number];
}

/** Why a workflow can't be called. */
const REFUSALS = ['noTrigger', 'notAllowed'] as const;

/** A workflow as somebody sees it who wants to call it. */
export class CallableWorkflow {
  @IdProperty()
  id!: string;

  @ApiProperty({ example: 'Check the stock' })
  name!: string;

  @ApiProperty({ description: 'Whether a version is live; else the newest is called' })
  live!: boolean;

  @ApiProperty({
    enum: REFUSALS,
    nullable: true,
    description: 'Why it can not be called: no trigger for it, or its settings say who may. Null when it can',
  })
  refusal!: (typeof REFUSALS)[number] | null;

  @ApiProperty({
    type: [CallInput],
    nullable: true,
    description: 'The fields that it takes, in the version that is called; null when it takes whatever it is given',
  })
  inputs!: CallInput[] | null;
}

/** The type of an input as a document has it; what it does not name is any. */
export const inputType = (type: unknown): CallInput['type'] => INPUT_TYPES.find((each) => each === type) ?? 'any';
