import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { ScheduleRule } from '@orchestrator/nodes';
import { IdProperty, TimeProperty } from '../../../http/answer-properties.js';

/** Times by the clock. */
class CronRule {
  @ApiProperty({ enum: ['cron'] })
  kind!: 'cron';

  @ApiProperty({ description: 'Five fields, or six with the seconds first', example: '0 30 8 * * 1-5' })
  expression!: string;

  @ApiPropertyOptional({ description: 'So many hours from one time to the next', type: 'integer' })
  everyHours?: number;

  @ApiPropertyOptional({ description: 'Only every so many days, counted from the first', type: 'integer' })
  everyDays?: number;

  @ApiPropertyOptional({ description: 'Only every so many weeks, counted from the first', type: 'integer' })
  everyWeeks?: number;

  @ApiPropertyOptional({ description: 'Only every so many months, counted from the first', type: 'integer' })
  everyMonths?: number;

  @ApiPropertyOptional({ description: 'Only this day of the month, or the last of a shorter one', type: 'integer' })
  monthDay?: number;
}

/** Times at a distance, whatever the clocks do. */
class IntervalRule {
  @ApiProperty({ enum: ['interval'] })
  kind!: 'interval';

  @ApiProperty({ description: 'Milliseconds from one time to the next', example: 90_000 })
  ms!: number;
}

/** A schedule of a live workflow, as the API shows it. */
@ApiExtraModels(CronRule, IntervalRule)
export class ScheduleView {
  @IdProperty()
  id!: string;

  @IdProperty()
  workflowId!: string;

  @ApiProperty({ example: 'Morning report' })
  workflowName!: string;

  @ApiProperty({ description: 'The live version', type: 'integer', example: 3 })
  version!: number;

  @ApiProperty({ example: 'schedule' })
  nodeId!: string;

  @ApiProperty({ oneOf: [{ $ref: getSchemaPath(CronRule) }, { $ref: getSchemaPath(IntervalRule) }] })
  rule!: ScheduleRule;

  @ApiProperty({ description: 'IANA zone', example: 'Europe/Berlin' })
  timezone!: string;

  @ApiProperty({ enum: ['run-once', 'skip'], description: 'What becomes of times that passed while no scheduler ran' })
  missed!: 'run-once' | 'skip';

  @TimeProperty({ nullable: true })
  nextAt!: string | null;

  @TimeProperty({ nullable: true })
  lastAt!: string | null;

  @ApiProperty()
  paused!: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Why the last due time started no run' })
  error!: string | null;
}

/** The next times of a schedule. */
export class UpcomingTimes {
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'date-time' } })
  items!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: there is one page only' })
  nextCursor!: null;
}

/** The next times of a schedule trigger that is not live as it stands. */
@ApiExtraModels(CronRule, IntervalRule)
export class SchedulePreview {
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'date-time' } })
  items!: string[];

  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ $ref: getSchemaPath(CronRule) }, { $ref: getSchemaPath(IntervalRule) }] },
    description: 'What the trigger says, as schedules say it that are live',
  })
  rules!: ScheduleRule[];

  @ApiProperty({ description: 'IANA zone', example: 'Europe/Berlin' })
  timezone!: string;
}
