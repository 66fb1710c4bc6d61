import { ApiProperty } from '@nestjs/swagger';

export class StorageUsage {
  @ApiProperty({ description: 'Bytes of the data of executions', example: 73_400_320 })
  executionBytes!: number;

  @ApiProperty({ description: 'Bytes of files', example: 10_485_760 })
  fileBytes!: number;

  @ApiProperty({ example: 10_737_418_240 })
  limitBytes!: number;
}

export class DocumentUsage {
  @ApiProperty({ description: 'Bytes of versions of workflows, of comments and of the audit', example: 2_097_152 })
  usedBytes!: number;

  @ApiProperty({ description: 'Bytes of the audit alone, which nothing makes less', example: 81_920 })
  auditBytes!: number;

  @ApiProperty({ example: 1_073_741_824 })
  limitBytes!: number;
}

export class AnswerUsage {
  @ApiProperty({ description: 'Bytes of answers kept for a day for an Idempotency-Key', example: 20_480 })
  usedBytes!: number;

  @ApiProperty({ example: 268_435_456 })
  limitBytes!: number;
}

export class QueueUsage {
  @ApiProperty({ type: 'integer', example: 3 })
  count!: number;

  @ApiProperty({ type: 'integer', example: 100_000 })
  limit!: number;
}

export class UsageLimit {
  @ApiProperty({ type: 'integer', example: 50 })
  limit!: number;
}

/** What a tenant uses of what it may use. */
export class Usage {
  @ApiProperty()
  storage!: StorageUsage;

  @ApiProperty()
  documents!: DocumentUsage;

  @ApiProperty()
  keptAnswers!: AnswerUsage;

  @ApiProperty()
  queuedRuns!: QueueUsage;

  @ApiProperty({ description: 'Of each process' })
  runsAtOnce!: UsageLimit;

  @ApiProperty({ description: 'Of each process' })
  callsPerSecond!: UsageLimit;
}
