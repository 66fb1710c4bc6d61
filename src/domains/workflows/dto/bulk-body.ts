import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { MOST_IN_BULK } from '../../../http/bulk.js';
import { TAG_LIMIT, TAGS_LIMIT } from './folder-bodies.js';

export const WORKFLOW_BULK_ACTIONS = ['activate', 'deactivate', 'delete', 'move', 'tag', 'untag'] as const;
const isAboutTags = ({ action }: WorkflowBulkBody) => action === 'tag' || action === 'untag';

/** One thing to do to several workflows. */
export class WorkflowBulkBody {
  @ApiProperty({ enum: WORKFLOW_BULK_ACTIONS, example: 'activate' })
  @IsIn(WORKFLOW_BULK_ACTIONS)
  action!: (typeof WORKFLOW_BULK_ACTIONS)[number];

  @ApiProperty({ type: [String], example: ['01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e'], maxItems: MOST_IN_BULK })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_IN_BULK)
  @IsUUID(undefined, { each: true })
  ids!: string[];

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'With `move`: the folder to move them to; out of any when null',
  })
  @ValidateIf(({ action, folderId }: WorkflowBulkBody) => action === 'move' && folderId !== null)
  @IsUUID()
  folderId?: string | null;

  @ApiPropertyOptional({ description: 'With `tag` and `untag`: the tags to add, or to take away', example: ['shop'] })
  @ValidateIf(isAboutTags)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(TAGS_LIMIT)
  @IsString({ each: true })
  @Length(1, TAG_LIMIT, { each: true })
  tags?: string[];
}

/** How a copy is called and where it goes. */
export class DuplicateBody {
  @ApiPropertyOptional({ description: 'That of the original with “(copy)” when left out', example: 'Orders, new' })
  @ValidateIf(({ name }: DuplicateBody) => name !== undefined)
  @IsString()
  @Length(1, 200)
  name?: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'That of the original when left out; no folder when null',
  })
  @ValidateIf(({ folderId }: DuplicateBody) => folderId !== undefined && folderId !== null)
  @IsUUID()
  folderId?: string | null;
}
