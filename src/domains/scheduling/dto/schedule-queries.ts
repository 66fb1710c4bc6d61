import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PageQuery } from '../../../http/page.js';

const UPCOMING_DEFAULT = 10;
/** A screenful; finding a time costs more the rarer the rule. */
const UPCOMING_LIMIT = 100;

/** The query of the list of schedules. */
export class ScheduleListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only schedules of this workflow' })
  @IsOptional()
  @IsUUID()
  workflowId?: string;
}

/** How many times to tell. */
export class UpcomingQuery {
  @ApiPropertyOptional({ description: 'How many times at most', default: UPCOMING_DEFAULT, maximum: UPCOMING_LIMIT })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(UPCOMING_LIMIT)
  count: number = UPCOMING_DEFAULT;
}
