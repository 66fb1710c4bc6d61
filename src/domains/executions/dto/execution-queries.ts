import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../../http/page.js';
import { EXECUTION_STATUSES, type ExecutionStatus } from '../journal/journal-entry.js';

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
}

/** The query of the items of a step. */
export class StepQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'What went in, or what came out', enum: ['in', 'out'], default: 'out' })
  @IsOptional()
  @IsIn(['in', 'out'])
  side: 'in' | 'out' = 'out';
}
