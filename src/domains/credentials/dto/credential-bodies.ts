import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '@orchestrator/workflow';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
import { MOST_IN_BULK } from '../../../http/bulk.js';
import { IsName } from '../../../http/one-line.js';
import { PageQuery } from '../../../http/page.js';

const NAME_LIMIT = 200;
const TYPE_LIMIT = 100;
const SEARCH_LIMIT = 200;
/** A service has a handful of hosts; whoever needs more has a pattern for them. */
const MOST_HOSTS = 50;
/** Longest name that DNS knows, with a scheme and a port. Characters. */
const HOST_LIMIT = 270;

const HOSTS =
  'Hosts that it may be sent to: api.example.com, *.example.com, example.com:8443, http://intranet, * for any, none';

/** Where a credential may be sent. */
class Hosts {
  @ApiPropertyOptional({
    type: [String],
    maxItems: MOST_HOSTS,
    description: `${HOSTS}. Empty or left out: the first host that it is sent to becomes the only one`,
    example: ['api.example.com'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_HOSTS)
  @IsString({ each: true })
  @Length(1, HOST_LIMIT, { each: true })
  allowedHosts?: string[];
}

export class NewCredentialBody extends Hosts {
  @ApiProperty({ example: 'Warehouse' })
  @IsString()
  @Length(1, NAME_LIMIT)
  @IsName()
  name!: string;

  @ApiProperty({ example: 'httpHeaderAuth' })
  @IsString()
  @Length(1, TYPE_LIMIT)
  type!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, example: { name: 'X-Api-Key', value: 'k-123' } })
  @IsObject()
  data!: JsonObject;
}

/** A further host, or another address that secrets are sent to, wants the secrets anew, except of an owner or admin. */
export class CredentialBody extends Hosts {
  @ApiPropertyOptional({ example: 'Warehouse' })
  @IsOptional()
  @IsString()
  @Length(1, NAME_LIMIT)
  @IsName()
  name?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Fields to change; those left out, secrets among them, stay as they are',
    example: { value: 'k-456' },
  })
  @IsOptional()
  @IsObject()
  data?: JsonObject;
}

/** What to try out: the fields as they are typed. Those left out are as they are stored; nothing is saved. */
export class CredentialTrial extends CredentialBody {
  @ApiPropertyOptional({ description: 'Of a new one', example: 'httpHeaderAuth' })
  @IsOptional()
  @IsString()
  @Length(1, TYPE_LIMIT)
  type?: string;
}

/** One thing to do to several credentials. */
export class CredentialBulkBody {
  @ApiProperty({ enum: ['delete'], example: 'delete' })
  @IsIn(['delete'])
  action!: 'delete';

  @ApiProperty({ type: [String], example: ['01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e'], maxItems: MOST_IN_BULK })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_IN_BULK)
  @IsUUID(undefined, { each: true })
  ids!: string[];
}

export class CredentialListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Part of the name, or of what the type is called', example: 'warehouse' })
  @IsOptional()
  @IsString()
  @MaxLength(SEARCH_LIMIT)
  q?: string;

  @ApiPropertyOptional({ description: 'Only credentials of this type', example: 'httpHeaderAuth' })
  @IsOptional()
  @IsString()
  @MaxLength(TYPE_LIMIT)
  type?: string;
}
