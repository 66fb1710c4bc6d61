import { ApiProperty } from '@nestjs/swagger';
import { TimeProperty } from '../../../http/answer-properties.js';

class MemoryUse {
  @ApiProperty({ type: 'integer', description: 'Of the process, in bytes' })
  rss!: number;

  @ApiProperty({ type: 'integer' })
  heapUsed!: number;

  @ApiProperty({ type: 'integer' })
  heapLimit!: number;
}

class DatabaseState {
  @ApiProperty()
  works!: boolean;

  @ApiProperty({ description: 'It came along with the server, in the data folder' })
  embedded!: boolean;

  @ApiProperty({ type: String, nullable: true, example: '18.4' })
  version!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'In bytes' })
  size!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'How long a small question takes, in milliseconds' })
  answersInMs!: number | null;
}

/** What everybody who is signed in may know of the server. */
export class SystemInfo {
  @ApiProperty({ example: '0.1.0' })
  version!: string;

  @ApiProperty({
    description: 'The caller may ask for system/health: an admin of the tenant that runs the installation',
  })
  seesHealth!: boolean;
}

class LastCrash {
  @TimeProperty({ description: 'When it happened, or the last sign of life' })
  at!: string;

  @TimeProperty()
  startedAt!: string;

  @ApiProperty({ description: "The machine's name", example: 'flows-1' })
  host!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What was thrown; null for a process that was killed, ran out of memory, or whose machine went down',
  })
  message!: string | null;
}

/** Ends of servers that nobody had asked for. */
export class CrashesSeen {
  @ApiProperty({ type: 'integer', description: 'Since the installation was made' })
  total!: number;

  @ApiProperty({ type: () => LastCrash, nullable: true })
  last!: LastCrash | null;
}

/** How one process of the server is, without anything of a tenant. */
export class SystemHealth {
  @ApiProperty({ example: '0.1.0' })
  version!: string;

  @ApiProperty({ example: 'v24.11.0' })
  node!: string;

  @TimeProperty()
  startedAt!: string;

  @ApiProperty({ type: [String], example: ['all'] })
  roles!: string[];

  @ApiProperty({ type: () => MemoryUse })
  memory!: MemoryUse;

  @ApiProperty({
    type: 'number',
    description: 'How late the process comes to what is due, 99 times of 100, in milliseconds',
  })
  eventLoopDelayMs!: number;

  @ApiProperty({ type: () => DatabaseState })
  database!: DatabaseState;

  @ApiProperty({
    type: 'integer',
    description: 'Processes in which tenants’ code runs; they start when they are needed',
  })
  codeProcesses!: number;

  @ApiProperty({ type: () => CrashesSeen, nullable: true, description: 'Of every process of the installation' })
  crashes!: CrashesSeen | null;
}
