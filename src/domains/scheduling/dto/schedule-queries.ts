import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '@orchestrator/workflow';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsTimeZone, IsUUID, Max, Min } from 'class-validator';
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

const PREVIEW_DEFAULT = 5;
const PREVIEW_LIMIT = 20;

/** A schedule trigger as it is drafted. */
export class SchedulePreviewQuery {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The parameters of the trigger',
    example: { rules: [{ every: 'days', count: 3, hour: 9 }] },
  })
  @IsObject()
  parameters!: JsonObject;

  @ApiPropertyOptional({
    example: 'Europe/Berlin',
    description: "IANA zone of the workflow; the tenant's when left out",
  })
  @IsOptional()
  @IsTimeZone()
  timezone?: string;

  @ApiPropertyOptional({ description: 'How many times at most', default: PREVIEW_DEFAULT, maximum: PREVIEW_LIMIT })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(PREVIEW_LIMIT)
  count: number = PREVIEW_DEFAULT;
}
