import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { IsName } from '../../../http/one-line.js';

const NAME_LIMIT = 200;
/** Of one workflow. */
export const TAGS_LIMIT = 50;
export const TAG_LIMIT = 100;

export class FolderBody {
  @ApiProperty({ example: 'Shop' })
  @IsString()
  @Length(1, NAME_LIMIT)
  @IsName()
  name!: string;

  @ApiPropertyOptional({ description: 'The folder it lies in; at the top when null', nullable: true, type: String })
  @ValidateIf((body: FolderBody) => body.parentId !== null && body.parentId !== undefined)
  @IsUUID()
  parentId?: string | null;
}

/** What of a workflow can be changed without a new version. */
export class PlaceBody {
  @ApiPropertyOptional({ description: 'The folder to move it to; to the top when null', nullable: true, type: String })
  @ValidateIf((body: PlaceBody) => body.folderId !== null && body.folderId !== undefined)
  @IsUUID()
  folderId?: string | null;

  @ApiPropertyOptional({ example: ['shop', 'nightly'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(TAGS_LIMIT)
  @IsString({ each: true })
  @Length(1, TAG_LIMIT, { each: true })
  tags?: string[];
}
