import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsName } from '../../../http/one-line.js';
import { VIEW_LISTS, type ViewList } from '../view.entity.js';

/** As the table has them. */
const NAME_LIMIT = 100;
const QUERY_LIMIT = 2_000;
/** A search as an address has it: no control characters, and none of the characters that begin or end it. */
const SEARCH = /^[^\p{Cc}?#]*$/u;
const SEARCH_RULE = { message: "query is the part of the list's address behind the question mark" };
/** Names are compared and shown without the blanks around them. */
const Trimmed = () => Transform(({ value }) => (typeof value === 'string' ? value.trim() : value));
const isGiven = (key: 'name' | 'query' | 'shared') => (body: ViewChanges) => body[key] !== undefined;

/** Which list's views are asked for. */
export class ViewQuery {
  @ApiPropertyOptional({ enum: VIEW_LISTS, enumName: 'ViewList', description: 'Of every list when left out' })
  @IsOptional()
  @IsIn(VIEW_LISTS)
  list?: ViewList;
}

export class ViewBody {
  @ApiProperty({ enum: VIEW_LISTS, enumName: 'ViewList', example: 'executions' })
  @IsIn(VIEW_LISTS)
  list!: ViewList;

  @ApiProperty({ example: 'Failed webhooks', minLength: 1, maxLength: NAME_LIMIT })
  @Trimmed()
  @IsString()
  @Length(1, NAME_LIMIT)
  @IsName()
  name!: string;

  @ApiProperty({
    description: "The search of the list's address, without the question mark",
    example: 'q=status%3Aerror+mode%3Awebhook',
    maxLength: QUERY_LIMIT,
  })
  @IsString()
  @MaxLength(QUERY_LIMIT)
  @Matches(SEARCH, SEARCH_RULE)
  query!: string;

  @ApiPropertyOptional({ description: 'Whether everybody in the tenant sees it', default: false })
  @IsOptional()
  @IsBoolean()
  shared?: boolean;
}

/** What of a view changes; what is left out stays. */
export class ViewChanges {
  @ApiPropertyOptional({ example: 'Failed webhooks', minLength: 1, maxLength: NAME_LIMIT })
  @ValidateIf(isGiven('name'))
  @Trimmed()
  @IsString()
  @Length(1, NAME_LIMIT)
  @IsName()
  name?: string;

  @ApiPropertyOptional({ example: 'q=status%3Aerror', maxLength: QUERY_LIMIT })
  @ValidateIf(isGiven('query'))
  @IsString()
  @MaxLength(QUERY_LIMIT)
  @Matches(SEARCH, SEARCH_RULE)
  query?: string;

  @ApiPropertyOptional({ description: 'Whether everybody in the tenant sees it' })
  @ValidateIf(isGiven('shared'))
  @IsBoolean()
  shared?: boolean;
}
