import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  MaxLength,
} from 'class-validator';
import { IsName } from '../../../http/one-line.js';
import { MEMBER_ROLES, type MemberRole, PERMISSION_NAMES, type PermissionName } from '../../../http/permissions.js';

/** A key that nobody gave an end lives so long; a forgotten one is no use to whoever finds it years later. */
export const DEFAULT_KEY_DAYS = 90;
/** No key lives longer. */
export const LONGEST_KEY_DAYS = 365;
/** Each is looked at on every call. */
const MOST_ADDRESSES = 50;
/** The longest IPv6 address with a length behind it. */
const ADDRESS_LIMIT = 50;

export class CreateApiKeyDto {
  @ApiProperty({ example: 'nightly export' })
  @IsString()
  @Length(1, 100)
  @IsName()
  name!: string;

  @ApiPropertyOptional({
    enum: MEMBER_ROLES,
    description: 'No higher than your own, which is the default',
    example: 'editor',
  })
  @IsOptional()
  @IsIn(MEMBER_ROLES)
  role?: MemberRole;

  @ApiPropertyOptional({
    example: '2027-01-01T00:00:00Z',
    description: `Within ${LONGEST_KEY_DAYS} days; in ${DEFAULT_KEY_DAYS} days, when left out`,
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  expiresAt?: string;

  @ApiPropertyOptional({
    enum: PERMISSION_NAMES,
    enumName: 'PermissionName',
    isArray: true,
    description: 'All that it may do, of what its role may; everything of its role when left out',
    example: ['workflows.read', 'executions.read'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PERMISSION_NAMES.length)
  @IsIn(PERMISSION_NAMES, { each: true })
  permissions?: PermissionName[];

  @ApiPropertyOptional({
    type: [String],
    description: 'IP addresses and CIDR blocks that it may be used from; from anywhere when left out',
    example: ['192.0.2.0/24', '2001:db8::/32'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ADDRESSES)
  @IsString({ each: true })
  @MaxLength(ADDRESS_LIMIT, { each: true })
  addresses?: string[];
}

export class CreateInvitationDto {
  @ApiProperty({ enum: MEMBER_ROLES, example: 'editor' })
  @IsIn(MEMBER_ROLES)
  role!: MemberRole;

  @ApiPropertyOptional({
    example: 'charles@example.com',
    description: 'Only this address may use it; anybody when left out',
  })
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string;
}
