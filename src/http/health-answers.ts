import { ApiProperty } from '@nestjs/swagger';
import { MapProperty } from './answer-properties.js';

export class Liveness {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

const STATES = ['ok', 'failing'] as const;

export class ReadinessAnswer {
  @ApiProperty({ enum: STATES })
  status!: (typeof STATES)[number];

  @MapProperty({ type: 'string', enum: STATES }, { description: 'Which part works' })
  parts!: Record<string, (typeof STATES)[number]>;
}
