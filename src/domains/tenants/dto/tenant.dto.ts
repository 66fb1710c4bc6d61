import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsTimeZone, Length, Matches } from 'class-validator';
import { MEMBER_ROLES, type MemberRole } from '../../../http/permissions.js';

export class CreateTenantDto {
  @ApiProperty({ example: 'Analytical Engines' })
  @IsString()
  @Length(1, 100)
  name!: string;
}

export class ChangeTenantDto {
  @ApiPropertyOptional({ example: 'Analytical Engines' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  name?: string;

  @ApiPropertyOptional({ example: 'engines', description: 'In addresses: /webhook/t/<slug>/...' })
  @IsOptional()
  @Matches(/^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/, {
    message: 'slug must be 1 to 50 lower-case letters, digits and dashes, with no dash at either end',
  })
  slug?: string;

  @ApiPropertyOptional({ example: 'Europe/London', description: 'IANA zone of workflows that name none' })
  @IsOptional()
  @IsTimeZone()
  timezone?: string;
}

export class RemoveTenantQuery {
  @ApiProperty({ example: 'engines', description: "The tenant's slug, to be sure" })
  @IsString()
  @Length(1, 100)
  slug!: string;
}

export class MemberRoleDto {
  @ApiProperty({ enum: MEMBER_ROLES, example: 'editor' })
  @IsIn(MEMBER_ROLES)
  role!: MemberRole;
}
