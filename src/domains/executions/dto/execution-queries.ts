import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PageQuery } from '../../../http/page.js';
import { EXECUTION_STATUSES, type ExecutionStatus } from '../journal/journal-entry.js';
import { RUN_MODES } from './execution-answers.js';

/** A search reads rows one by one, so it ends somewhere; further back, a page behind the cursor goes on. */
export const SEARCHED_EXECUTIONS = 20_000;
const SEARCH_LIMIT = 200;
/** A month: what retention keeps by default. */
const MAX_STATS_HOURS = 24 * 31;
const FILE_ID_LIMIT = 300;

/** The query of the list of executions. */
export class ExecutionListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only executions of this workflow' })
  @IsOptional()
  @IsUUID()
  workflowId?: string;

  @ApiPropertyOptional({ description: 'Only these states, separated by commas', example: 'error,in_doubt' })
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : value))
  @IsIn(EXECUTION_STATUSES, { each: true })
  status?: ExecutionStatus[];

  @ApiPropertyOptional({ description: 'Only executions queued at or after this time', example: '2026-11-24T00:00:00Z' })
  @IsOptional()
  @IsISO8601()
  from?: string;

  @ApiPropertyOptional({ description: 'Only executions queued before this time', example: '2026-11-25T00:00:00Z' })
  @IsOptional()
  @IsISO8601()
  to?: string;

  @ApiPropertyOptional({
    description: 'Only runs that were started so, separated by commas',
    example: 'webhook,schedule',
  })
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : value))
  @IsIn(RUN_MODES, { each: true })
  mode?: string[];

  @ApiPropertyOptional({ description: 'Only tests, or only runs in earnest', example: false })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  test?: boolean;

  @ApiPropertyOptional({
    description: `Only those with this in their id, their workflow's name or their error; among the newest ${SEARCHED_EXECUTIONS} that fit the other filters`,
    example: '503',
  })
  @IsOptional()
  @IsString()
  @MaxLength(SEARCH_LIMIT)
  q?: string;
}

/** The query of the figures. */
export class ExecutionStatsQuery {
  @ApiPropertyOptional({ description: 'Only executions of this workflow' })
  @IsOptional()
  @IsUUID()
  workflowId?: string;

  @ApiPropertyOptional({ description: 'How far back, in hours', default: 24, maximum: MAX_STATS_HOURS })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_STATS_HOURS)
  hours: number = 24;
}

/** The query of an export: the filters of the list, and the form. */
export class ExecutionExportQuery extends ExecutionListQuery {
  @ApiPropertyOptional({ enum: ['csv', 'json'], default: 'csv' })
  @IsOptional()
  @IsIn(['csv', 'json'])
  format: 'csv' | 'json' = 'csv';
}

/** Which file of an execution. */
export class ExecutionFileQuery {
  @ApiPropertyOptional({
    description: 'The `id` of an item’s file',
    example: '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e/a1',
  })
  @IsString()
  @Length(1, FILE_ID_LIMIT)
  file!: string;
}

/** The query of the items of a step. */
export class StepQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'What went in, or what came out', enum: ['in', 'out'], default: 'out' })
  @IsOptional()
  @IsIn(['in', 'out'])
  side: 'in' | 'out' = 'out';
}
