import { ApiProperty } from '@nestjs/swagger';
import { IdProperty, TimeProperty } from '../../../http/answer-properties.js';
import { EXECUTION_STATUSES, type ExecutionStatus } from '../journal/journal-entry.js';

/** How the last run of something came out, or that it never ran. */
export const LAST_RUN_STATES = [...EXECUTION_STATUSES, 'never'] as const;
export type LastRunState = (typeof LAST_RUN_STATES)[number];

/** The newest execution of a workflow, as a list shows it beside the workflow. */
export class LastExecution {
  @IdProperty()
  id!: string;

  @ApiProperty({ enum: EXECUTION_STATUSES, enumName: 'ExecutionStatus' })
  status!: ExecutionStatus;

  @TimeProperty()
  queuedAt!: string;

  @TimeProperty({ nullable: true })
  startedAt!: string | null;

  @TimeProperty({ nullable: true })
  finishedAt!: string | null;
}
