import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Length, Min, ValidateIf } from 'class-validator';
import { PageQuery } from '../../../http/page.js';

/** As the table has it. */
const LABEL_LIMIT = 200;

/** How a draft is saved. */
export class SaveQuery {
  @ApiPropertyOptional({
    description: 'Nobody asked for this save: those of one person within ten minutes become one version',
    default: false,
  })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  autosave: boolean = false;
}

/** The query of the list of versions. */
export class VersionListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only versions that have a name', default: false })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  named: boolean = false;
}

/** What a version is called. */
export class LabelBody {
  @ApiProperty({ type: String, nullable: true, maxLength: LABEL_LIMIT, example: 'before the sale' })
  @ValidateIf((body: LabelBody) => body.label !== null)
  @IsString()
  @Length(1, LABEL_LIMIT)
  label!: string | null;
}

/** Names one version. */
export class VersionBody {
  @ApiPropertyOptional({ description: 'The version; the newest when left out', example: 3 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version?: number;
}

/** Where a new workflow goes. */
export class PlacedQuery {
  @ApiPropertyOptional({ description: 'The folder to put it into' })
  @IsOptional()
  @IsUUID()
  folderId?: string;
}
