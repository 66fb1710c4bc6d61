import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath, PickType } from '@nestjs/swagger';
import type { Item, ItemError } from '@orchestrator/workflow';
import { MapProperty, SharedProperty, TimeProperty } from '../../../http/answer-properties.js';
import { sharedSchema } from '../../../http/shared-schemas.js';
import { ExecutionView, StepSource, WAITS } from './execution-answers.js';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
const STEP_STATUSES = ['success', 'error', 'waiting'] as const;

/** An attempt of a step that failed and was followed by another one. */
export class StepTryView {
  @ApiProperty({ description: 'When it failed, in epoch milliseconds' })
  at!: number;

  @ApiProperty({ description: 'Milliseconds' })
  took!: number;

  @SharedProperty('ItemError')
  error!: ItemError;
}

/** A line that a step wrote down: its code by `console`, or its node. */
export class StepLogLine {
  @ApiProperty({ enum: LOG_LEVELS, enumName: 'LogLevel' })
  level!: (typeof LOG_LEVELS)[number];

  @ApiProperty({ example: 'total is 42' })
  text!: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Place of the item that the code ran for' })
  item?: number;
}

/** One run of one node. */
@ApiExtraModels(StepSource)
export class StepView {
  @ApiProperty({ type: 'integer', description: 'Place in the order of execution; 0 is the trigger' })
  index!: number;

  @ApiProperty({ enum: STEP_STATUSES, enumName: 'StepStatus' })
  status!: (typeof STEP_STATUSES)[number];

  @ApiProperty({
    type: 'array',
    items: { allOf: [{ $ref: getSchemaPath(StepSource) }], nullable: true },
    description: 'Per input; null where nothing came',
  })
  sources!: readonly (StepSource | null)[];

  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: sharedSchema('Item') },
    description: 'Items of each output',
  })
  outputs!: readonly (readonly Item[])[];

  @SharedProperty('ItemError', { required: false })
  error?: ItemError;

  @ApiProperty({ description: 'Epoch milliseconds' })
  startedAt!: number;

  @ApiProperty({ description: 'Epoch milliseconds' })
  finishedAt!: number;

  @ApiPropertyOptional({ type: [StepTryView], description: 'Attempts that failed before the last one' })
  tries?: readonly StepTryView[];

  @ApiPropertyOptional({ type: [StepLogLine], description: 'What it wrote down, in all its attempts' })
  logs?: readonly StepLogLine[];

  @ApiPropertyOptional({ description: 'Taken over from the execution that this one builds on: it did not run again' })
  kept?: boolean;

  @ApiPropertyOptional({ description: 'Taken over although the node, or one before it, has changed since it ran' })
  stale?: boolean;
}

/** Another execution that has to do with this one. */
export class RelatedExecution extends PickType(ExecutionView, [
  'id',
  'workflowId',
  'workflowName',
  'version',
  'liveNumber',
  'status',
  'mode',
  'queuedAt',
  'startedAt',
  'finishedAt',
  'error',
  'retryOf',
]) {}

/** The run of a sub-workflow, with the step that asked for it. */
export class ChildExecution extends RelatedExecution {
  @ApiProperty({ description: 'Name of the node that started it', example: 'Call warehouse' })
  node!: string;

  @ApiProperty({ type: 'integer', description: 'Place of that step in the order of execution', example: 2 })
  step!: number;

  @ApiProperty({ description: 'Whether the step waits, or waited, for its result' })
  wait!: boolean;
}

/** The call that lets a run go on. */
export class ResumeCall {
  @ApiProperty({ example: 'POST' })
  method!: string;

  @ApiProperty({
    example:
      'https://flows.example/webhook-waiting/01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e/0-4f9d2b7a5c1e8036aa94d7e2c05b61f3',
  })
  url!: string;

  @ApiProperty({ description: 'The caller has to show a credential' })
  authenticated!: boolean;
}

/** What a run waits for. */
export class ExecutionWait {
  @ApiProperty({ description: 'Name of the node', example: 'Wait' })
  node!: string;

  @ApiProperty({ type: 'integer', description: 'Place that the step has in the order of execution', example: 3 })
  step!: number;

  @ApiProperty({ enum: WAITS, enumName: 'WaitsFor' })
  for!: (typeof WAITS)[number];

  @TimeProperty()
  since!: string;

  @TimeProperty({ nullable: true, description: 'When it goes on by itself; null when it does not' })
  until!: string | null;

  @ApiPropertyOptional({
    type: ResumeCall,
    description: 'The call that lets it go on; only for those who may let runs go on',
  })
  call?: ResumeCall;
}

/** An execution with what every node did. */
@ApiExtraModels(StepView)
export class ExecutionDetail extends ExecutionView {
  @MapProperty(
    { type: 'array', items: { $ref: getSchemaPath(StepView) } },
    { description: 'Runs of each node, by the name of the node' },
  )
  runs!: Record<string, readonly StepView[]>;

  @ApiPropertyOptional({ description: 'Name of the node that ran last' })
  lastNode?: string;

  @MapProperty({ type: 'string' }, { description: 'What the workflow noted of its run' })
  customData!: Readonly<Record<string, string>>;

  @ApiProperty({ type: ExecutionWait, nullable: true, description: 'What it waits for' })
  waiting!: ExecutionWait | null;

  @ApiPropertyOptional({ type: [StepTryView], description: 'Attempts of the step that is being tried, so far' })
  tries?: readonly StepTryView[];

  @ApiPropertyOptional({ type: [StepLogLine], description: 'What the step that is being tried wrote down so far' })
  logs?: readonly StepLogLine[];

  @ApiProperty({
    type: [RelatedExecution],
    description: 'This execution with those that run it again and that it runs again, oldest first',
  })
  attempts!: RelatedExecution[];

  @ApiProperty({ type: RelatedExecution, nullable: true, description: 'The execution that called it' })
  parent!: RelatedExecution | null;

  @ApiProperty({ type: [ChildExecution], description: 'Runs of sub-workflows that it started: the first 200' })
  children!: ChildExecution[];

  @ApiProperty({ type: 'integer', description: 'How many runs of sub-workflows it asked for' })
  childCount!: number;
}
