import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonValue } from '@orchestrator/workflow';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { sharedSchema } from '../../../http/shared-schemas.js';

/** Items that one call may hand in. More belong into a file, or come in batches. */
const MAX_ITEMS = 50_000;
const NODE_LIMIT = 500;

/** How a workflow is to be run by hand or by a program. */
export class RunBody {
  @ApiPropertyOptional({
    type: 'array',
    items: sharedSchema('JsonValue'),
    description: 'Items, or the `json` of items, that the start node gives',
    example: [{ json: { id: 1 } }],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  input?: JsonValue[];

  @ApiPropertyOptional({
    description:
      'In place of `input`: an earlier execution of this workflow, whose trigger’s items the start node gives',
  })
  @IsOptional()
  @IsUUID()
  inputFrom?: string;

  @ApiPropertyOptional({
    description: 'Name or id of the node to start at; the manual trigger, or the first one, when left out',
  })
  @IsOptional()
  @IsString()
  @MaxLength(NODE_LIMIT)
  startNode?: string;

  @ApiPropertyOptional({
    description:
      'Name or id of the node to stop at. It always runs, and of those before it the ones that have no data. A run that does not reach it fails with `run.targetNotReached`',
  })
  @IsOptional()
  @IsString()
  @MaxLength(NODE_LIMIT)
  toNode?: string;

  @ApiPropertyOptional({
    description:
      'An earlier execution of this workflow. With `toNode`, nodes that have not changed since keep what they gave there; with `startNode`, all before it do',
  })
  @IsOptional()
  @IsUUID()
  fromExecution?: string;

  @ApiPropertyOptional({ description: 'Use pinned data in place of running pinned nodes', default: false })
  @IsOptional()
  @IsBoolean()
  pins?: boolean;

  @ApiPropertyOptional({
    description: '`draft` (the default for a person), `live` (the default for an API key), or the number of a version',
    oneOf: [
      { type: 'string', enum: ['draft', 'live'] },
      { type: 'integer', minimum: 1 },
    ],
  })
  @IsOptional()
  version?: 'draft' | 'live' | number;

  @ApiPropertyOptional({ description: 'Answer with the finished execution', default: false })
  @IsOptional()
  @IsBoolean()
  wait?: boolean;
}

/** Which version of the workflow a run again is of. */
export class RetryBody {
  @ApiPropertyOptional({
    description:
      '`same` (the default: the one that it ran), `live`, `draft`, or the number of a version. Any but `same` needs `workflows.run` too',
    oneOf: [
      { type: 'string', enum: ['same', 'live', 'draft'] },
      { type: 'integer', minimum: 1 },
    ],
  })
  @IsOptional()
  version?: 'same' | 'live' | 'draft' | number;
}

/** How an execution is to be run again. */
export class ReplayBody extends RetryBody {
  @ApiPropertyOptional({ description: 'Name or id of the node to begin at; the trigger when left out' })
  @IsOptional()
  @IsString()
  @MaxLength(NODE_LIMIT)
  fromNode?: string;

  @ApiPropertyOptional({
    type: 'array',
    items: sharedSchema('JsonValue'),
    description: 'Items to begin with, in place of those of the execution',
    example: [{ json: { id: 1 } }],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  input?: JsonValue[];
}

/** What a person says of a step that may or may not have happened. */
export class AnswerBody {
  @ApiProperty({
    description: '`again` runs the step once more, `done` takes it as done, `stop` ends the run',
    enum: ['again', 'done', 'stop'],
  })
  @IsIn(['again', 'done', 'stop'])
  answer!: 'again' | 'done' | 'stop';

  @ApiPropertyOptional({
    type: 'array',
    items: sharedSchema('JsonValue'),
    description: 'With `done`: the items that the step gave; those that went into it when left out',
    example: [{ json: { sent: true } }],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  items?: JsonValue[];
}

/** How a run that waits is to go on. */
export class ResumeBody {
  @ApiPropertyOptional({
    type: 'array',
    items: sharedSchema('JsonValue'),
    description:
      'Where it waits for a call: what the call would have brought. Left out, it goes on as if its time had passed',
    example: [{ json: { approved: true } }],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  items?: JsonValue[];
}
