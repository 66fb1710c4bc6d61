import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotIn, IsOptional, IsString, IsTimeZone, Length, Matches } from 'class-validator';
import { IsName } from '../../../http/one-line.js';
import { MEMBER_ROLES, type MemberRole } from '../../../http/permissions.js';

/**
 * A slug is a name in the DNS where each tenant has an origin. These would pass there for the installation itself, or are
 * asked for by machines that set themselves up. Names whose third and fourth characters are dashes are in other scripts
 * (`xn--`, RFC 5891), and look like any other name.
 */
const KEPT_SLUGS = [
  ...['account', 'admin', 'api', 'app', 'auth', 'autoconfig', 'autodiscover', 'localhost', 'login', 'mail', 'mta-sts'],
  ...['orchestrator', 'security', 'sso', 'status', 'support', 'webhook', 'webhooks', 'wpad', 'www'],
];

export class CreateTenantDto {
  @ApiProperty({ example: 'Analytical Engines' })
  @IsString()
  @Length(1, 100)
  @IsName()
  name!: string;
}

export class ChangeTenantDto {
  @ApiPropertyOptional({ example: 'Analytical Engines' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  @IsName()
  name?: string;

  @ApiPropertyOptional({ example: 'engines', description: 'In addresses: /webhook/t/<slug>/...' })
  @IsOptional()
  @Matches(/^(?!..--)[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/, {
    message:
      'slug must be 1 to 50 lower-case letters, digits and dashes, with no dash at either end, and not two as third and fourth',
  })
  @IsNotIn(KEPT_SLUGS, { message: 'slug is not free. Choose another' })
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
