import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { RunMode } from '@orchestrator/engine';
import type { Item, ItemError, JsonObject } from '@orchestrator/workflow';
import { IdProperty, SharedProperty, TimeProperty } from '../../../http/answer-properties.js';
import { EXECUTION_STATUSES, type ExecutionStatus } from '../journal/journal-entry.js';

/** What can start a run. */
export const RUN_MODES = [
  'manual',
  'webhook',
  'schedule',
  'poll',
  'form',
  'chat',
  'subworkflow',
  'error',
  'api',
  'retry',
  'cli',
] as const satisfies readonly RunMode[];
/** What a run can wait for. */
export const WAITS = ['subworkflows', 'call', 'time', 'retry'] as const;

/** What a list shows of a run beside its status. */
class ExecutionSummary {
  @ApiProperty({ type: 'integer', description: 'Steps that have ended' })
  steps!: number;

  @ApiPropertyOptional({ description: 'Name of the node that it is at, or failed at', example: 'Wait' })
  node?: string;

  @ApiPropertyOptional({ enum: WAITS, description: 'What that waits for' })
  waitsFor?: (typeof WAITS)[number];

  @ApiPropertyOptional({ type: 'integer', description: 'Attempts of a step that is tried again' })
  failures?: number;
}

/** An execution as a list shows it. */
export class ExecutionView {
  @IdProperty()
  id!: string;

  @IdProperty()
  workflowId!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null when the workflow is gone' })
  workflowName!: string | null;

  @ApiProperty({ type: 'integer', description: 'The version that it runs', example: 3 })
  version!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The number of that version among those that were ever live; null when it never was, or is gone',
    example: 2,
  })
  liveNumber!: number | null;

  @ApiProperty({ enum: EXECUTION_STATUSES, enumName: 'ExecutionStatus' })
  status!: ExecutionStatus;

  @ApiProperty({ enum: RUN_MODES, enumName: 'RunMode', description: 'What started it' })
  mode!: string;

  @TimeProperty()
  queuedAt!: string;

  @TimeProperty({ nullable: true })
  startedAt!: string | null;

  @TimeProperty({ nullable: true })
  finishedAt!: string | null;

  @TimeProperty({ nullable: true, description: 'When a waiting run goes on by itself' })
  wakeAt!: string | null;

  @SharedProperty('ItemError', { nullable: true })
  error!: ItemError | null;

  @ApiProperty({ type: () => ExecutionSummary, nullable: true, description: 'null when it has succeeded' })
  summary!: JsonObject | null;

  @IdProperty({ nullable: true, description: 'The execution that it runs again' })
  retryOf!: string | null;

  @ApiProperty({ description: 'Started by hand, or by a run that was: figures leave it out' })
  isTest!: boolean;

  @IdProperty({ nullable: true, description: 'The execution that called it' })
  parentId!: string | null;

  @ApiProperty({ description: 'Somebody asked it to stop' })
  cancelRequested!: boolean;
}

/** Where the items of an input came from. */
export class StepSource {
  @ApiProperty({ description: 'Name of the node', example: 'Webhook' })
  node!: string;

  @ApiProperty({ type: 'integer', example: 0 })
  output!: number;

  @ApiProperty({ type: 'integer', description: 'Which run of that node', example: 0 })
  run!: number;
}

/** A run that has been asked for. */
export class Started {
  @IdProperty()
  executionId!: string;
}

/** One item of a step. */
export class StepItem {
  @ApiProperty({ type: 'integer', description: 'Which input or output', example: 0 })
  port!: number;

  @SharedProperty('Item')
  item!: Item;
}
