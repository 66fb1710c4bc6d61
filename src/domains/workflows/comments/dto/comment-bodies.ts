import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { CURSOR_LIMIT } from '../../../../http/page.js';

/** As the table has them. */
const TEXT_LIMIT = 4_000;
const NODE_ID_LIMIT = 200;
/** A thread may be long, so pages of them are short. */
const PAGE_LIMIT = 50;

/** Without the space around it, and without what PostgreSQL can't hold. */
const trimmed = ({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.replaceAll('\0', '').trim() : value;

/** Another text for a comment. */
export class CommentText {
  @ApiProperty({ description: 'Markdown', minLength: 1, maxLength: TEXT_LIMIT, example: 'Why twice?' })
  @Transform(trimmed)
  @IsString()
  @Length(1, TEXT_LIMIT)
  text!: string;
}

/** A new thread, or a reply in one. */
export class NewComment extends CommentText {
  @ApiPropertyOptional({ description: 'The node it is about; the whole workflow when left out', maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(1, NODE_ID_LIMIT)
  nodeId?: string;

  @ApiPropertyOptional({ description: 'The thread it replies to' })
  @IsOptional()
  @IsUUID()
  parentId?: string;
}

/** The query of the list of threads. */
export class CommentListQuery {
  @ApiPropertyOptional({ description: 'Only threads that are resolved, or only those that are not' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  resolved?: boolean;

  @ApiPropertyOptional({ description: 'How many threads at most', default: PAGE_LIMIT, maximum: PAGE_LIMIT })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT)
  limit: number = PAGE_LIMIT;

  @ApiPropertyOptional({ description: "The `nextCursor` of the page before; the first page when it's left out" })
  @IsOptional()
  @IsString()
  @MaxLength(CURSOR_LIMIT)
  cursor?: string;
}
