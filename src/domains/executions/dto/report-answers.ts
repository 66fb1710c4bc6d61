import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsUUID } from 'class-validator';
import { TimeProperty } from '../../../http/answer-properties.js';
import { MOST_IN_BULK } from '../../../http/bulk.js';

/** One bar of the picture of a time. */
export class ExecutionBucket {
  @TimeProperty({ description: 'When it begins' })
  at!: string;

  @ApiProperty({ type: 'integer' })
  succeeded!: number;

  @ApiProperty({ type: 'integer' })
  failed!: number;

  @ApiProperty({ type: 'integer', description: 'Still going, cancelled or in doubt' })
  others!: number;
}

/** What happened in a time, in figures. */
export class ExecutionStats {
  @ApiProperty({ type: 'integer', description: 'Runs in earnest; all other figures are of these' })
  total!: number;

  @ApiProperty({ type: 'integer', description: 'Runs by hand, and what they called or what ran them again' })
  tests!: number;

  @ApiProperty({ type: 'integer' })
  failed!: number;

  @ApiProperty({ type: 'integer' })
  running!: number;

  @ApiProperty({ type: 'integer' })
  waiting!: number;

  @ApiProperty({ type: 'integer' })
  inDoubt!: number;

  @ApiProperty({
    type: 'number',
    nullable: true,
    description: '95 of 100 ended within so many milliseconds; null when none has ended',
  })
  p95Ms!: number | null;

  @ApiProperty({ type: () => [ExecutionBucket], description: 'Oldest first, all of one length' })
  buckets!: ExecutionBucket[];

  @ApiProperty({ description: 'There were more than are counted: only the newest are' })
  truncated!: boolean;
}

export const BULK_ACTIONS = ['retry', 'replay', 'cancel', 'delete'] as const;
export class BulkBody {
  @ApiProperty({ enum: BULK_ACTIONS, example: 'retry' })
  @IsIn(BULK_ACTIONS)
  action!: (typeof BULK_ACTIONS)[number];

  @ApiProperty({ type: [String], example: ['01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e'], maxItems: MOST_IN_BULK })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_IN_BULK)
  @IsUUID(undefined, { each: true })
  ids!: string[];
}
