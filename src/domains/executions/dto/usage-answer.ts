import { ApiProperty } from '@nestjs/swagger';

export class StorageUsage {
  @ApiProperty({ description: 'Bytes of the data of executions', example: 73_400_320 })
  executionBytes!: number;

  @ApiProperty({ description: 'Bytes of files', example: 10_485_760 })
  fileBytes!: number;

  @ApiProperty({ example: 10_737_418_240 })
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
  queuedRuns!: QueueUsage;

  @ApiProperty({ description: 'Of each process' })
  runsAtOnce!: UsageLimit;

  @ApiProperty({ description: 'Of each process' })
  callsPerSecond!: UsageLimit;
}
