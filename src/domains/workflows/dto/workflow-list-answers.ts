import { ApiProperty } from '@nestjs/swagger';
import { IdProperty } from '../../../http/answer-properties.js';
import { LastExecution } from '../../executions/dto/last-execution.js';
import { TRIGGER_KINDS, type TriggerKind } from '../trigger-kinds.js';
import { WorkflowFacts } from './workflow-answers.js';

/** Who did something. */
export class WorkflowPerson {
  @IdProperty()
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null of somebody who has left', example: 'Ada Lovelace' })
  name!: string | null;
}

/** A workflow as the list shows it. */
export class ListedWorkflow extends WorkflowFacts {
  @ApiProperty({
    enum: TRIGGER_KINDS,
    enumName: 'TriggerKind',
    isArray: true,
    description: 'What starts it, in the version that is live, else in the newest',
    example: ['webhook'],
  })
  triggers!: TriggerKind[];

  @ApiProperty({ type: 'integer', description: 'Of that version', example: 12 })
  nodeCount!: number;

  @ApiProperty({ type: () => LastExecution, nullable: true, description: 'In earnest; null when it never ran so' })
  lastExecution!: LastExecution | null;

  @ApiProperty({ type: () => LastExecution, nullable: true, description: 'By hand; null when nobody tried it' })
  lastTest!: LastExecution | null;

  @ApiProperty({ type: () => WorkflowPerson, nullable: true, description: 'Null when the system made it' })
  createdBy!: WorkflowPerson | null;

  @ApiProperty({ type: () => WorkflowPerson, nullable: true, description: 'Null when the system changed it' })
  updatedBy!: WorkflowPerson | null;
}

/** Workflows in figures. */
export class WorkflowStats {
  @ApiProperty({ type: 'integer', example: 42 })
  total!: number;

  @ApiProperty({ type: 'integer', example: 30 })
  live!: number;

  @ApiProperty({ type: 'integer', description: 'Live, with a newer version that is not', example: 3 })
  changed!: number;

  @ApiProperty({ type: 'integer', description: 'Whose last run in earnest failed, or is in doubt', example: 2 })
  failing!: number;

  @ApiProperty({ type: 'integer', description: 'That never ran in earnest', example: 5 })
  neverRan!: number;
}

/** A tag in use. */
export class TagUse {
  @ApiProperty({ example: 'shop' })
  tag!: string;

  @ApiProperty({ type: 'integer', description: 'Workflows that carry it', example: 7 })
  count!: number;
}
