import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { MOST_IN_BULK } from '../../../http/bulk.js';
import { PageQuery } from '../../../http/page.js';
import { LAST_RUN_STATES, type LastRunState } from '../../executions/dto/last-execution.js';
import { TRIGGER_KINDS, type TriggerKind } from '../trigger-kinds.js';

const SEARCH_LIMIT = 200;
const TAG_LIMIT = 100;
/** Asks for what lies in no folder. */
export const NO_FOLDER = 'none';

export const WORKFLOW_SORTS = ['createdAt', 'updatedAt', 'name', 'lastRun'] as const;
export type WorkflowSort = (typeof WORKFLOW_SORTS)[number];
const ORDERS = ['asc', 'desc'] as const;

const commaSeparated = Transform(({ value }) => (typeof value === 'string' ? value.split(',') : value));

/** Which workflows. */
export class WorkflowFilter {
  @ApiPropertyOptional({ description: 'Part of the name', example: 'orders' })
  @IsOptional()
  @IsString()
  @MaxLength(SEARCH_LIMIT)
  q?: string;

  @ApiPropertyOptional({ description: 'The same as `q`, which is the newer name', deprecated: true })
  @IsOptional()
  @IsString()
  @MaxLength(SEARCH_LIMIT)
  search?: string;

  @ApiPropertyOptional({ description: 'Only workflows with this tag', example: 'shop' })
  @IsOptional()
  @IsString()
  @MaxLength(TAG_LIMIT)
  tag?: string;

  @ApiPropertyOptional({ description: `Only workflows in this folder; \`${NO_FOLDER}\` for those in no folder` })
  @IsOptional()
  @ValidateIf(({ folderId }: WorkflowFilter) => folderId !== NO_FOLDER)
  @IsUUID()
  folderId?: string;

  @ApiPropertyOptional({ description: 'Only active, or only inactive, workflows' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({
    type: String,
    description: `Only workflows that something of these kinds starts, separated by commas: ${TRIGGER_KINDS.join(', ')}`,
    example: 'webhook,schedule',
  })
  @IsOptional()
  @commaSeparated
  @IsIn(TRIGGER_KINDS, { each: true })
  @ArrayMaxSize(TRIGGER_KINDS.length)
  trigger?: TriggerKind[];

  @ApiPropertyOptional({
    type: String,
    description: `Only workflows whose last run is in one of these states, separated by commas: ${LAST_RUN_STATES.join(', ')}`,
    example: 'error,in_doubt',
  })
  @IsOptional()
  @commaSeparated
  @IsIn(LAST_RUN_STATES, { each: true })
  @ArrayMaxSize(LAST_RUN_STATES.length)
  status?: LastRunState[];
}

/** The query of the list of workflows. */
export class WorkflowListQuery extends IntersectionType(PageQuery, WorkflowFilter) {
  @ApiPropertyOptional({
    enum: WORKFLOW_SORTS,
    default: 'createdAt',
    description: 'What never ran comes last by `lastRun`, in either order',
  })
  @IsOptional()
  @IsIn(WORKFLOW_SORTS)
  sort: WorkflowSort = 'createdAt';

  @ApiPropertyOptional({ enum: ORDERS, description: 'Names from A to Z and times from the newest when left out' })
  @IsOptional()
  @IsIn(ORDERS)
  order?: (typeof ORDERS)[number];
}

/** Which workflows as a file, and in what form. */
export class WorkflowExportQuery extends WorkflowFilter {
  @ApiPropertyOptional({
    type: String,
    description: `These workflows, separated by commas, ${MOST_IN_BULK} at most; all that fit the filters when left out`,
    example: '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e',
  })
  @IsOptional()
  @commaSeparated
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(MOST_IN_BULK)
  ids?: string[];

  @ApiPropertyOptional({
    enum: ['json', 'ndjson'],
    default: 'json',
    description: 'The document of one workflow, a list of those of several; or a document a line',
  })
  @IsOptional()
  @IsIn(['json', 'ndjson'])
  format: 'json' | 'ndjson' = 'json';
}
