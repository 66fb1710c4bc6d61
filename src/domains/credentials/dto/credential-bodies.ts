import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '@orchestrator/workflow';
import { IsObject, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageQuery } from '../../../http/page.js';

const NAME_LIMIT = 200;
const TYPE_LIMIT = 100;

export class NewCredentialBody {
  @ApiProperty({ example: 'Warehouse' })
  @IsString()
  @Length(1, NAME_LIMIT)
  name!: string;

  @ApiProperty({ example: 'httpHeaderAuth' })
  @IsString()
  @Length(1, TYPE_LIMIT)
  type!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, example: { name: 'X-Api-Key', value: 'k-123' } })
  @IsObject()
  data!: JsonObject;
}

export class CredentialBody {
  @ApiPropertyOptional({ example: 'Warehouse' })
  @IsOptional()
  @IsString()
  @Length(1, NAME_LIMIT)
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

export class CredentialListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Only credentials of this type', example: 'httpHeaderAuth' })
  @IsOptional()
  @IsString()
  @MaxLength(TYPE_LIMIT)
  type?: string;
}
