import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IdProperty, TimeProperty } from '../../../http/answer-properties.js';
import { EXECUTION_STATUSES, type ExecutionStatus } from '../journal/journal-entry.js';
import { RUN_MODES } from './execution-answers.js';

const NODE_ID_LIMIT = 500;

/** Which trigger's last call. */
export class LastCallQuery {
  @ApiProperty({ description: 'Id of the trigger’s node', example: 'n1' })
  @IsString()
  @Length(1, NODE_ID_LIMIT)
  trigger!: string;
}

/** The newest run that a trigger started in earnest: by a call, on schedule, by another workflow, by a program. */
export class LastCall {
  @IdProperty()
  executionId!: string;

  @TimeProperty()
  at!: string;

  @ApiProperty({ enum: RUN_MODES, enumName: 'RunMode' })
  mode!: string;

  @ApiProperty({ enum: EXECUTION_STATUSES, enumName: 'ExecutionStatus' })
  status!: ExecutionStatus;

  @ApiProperty({ type: 'integer', description: 'The version that it ran', example: 3 })
  version!: number;

  @ApiProperty({ type: 'integer', description: 'How many items the trigger was given', example: 1 })
  itemCount!: number;
}

/** The last call of a trigger, if there was one. */
export class LastCallAnswer {
  @ApiProperty({ type: LastCall, nullable: true })
  call!: LastCall | null;
}
