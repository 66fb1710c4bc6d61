import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsISO8601, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { MEMBER_ROLES, type MemberRole } from '../../../http/permissions.js';

export class CreateApiKeyDto {
  @ApiProperty({ example: 'nightly export' })
  @IsString()
  @Length(1, 100)
  name!: string;

  @ApiPropertyOptional({
    enum: MEMBER_ROLES,
    description: 'No higher than your own, which is the default',
    example: 'editor',
  })
  @IsOptional()
  @IsIn(MEMBER_ROLES)
  role?: MemberRole;

  @ApiPropertyOptional({ example: '2027-01-01T00:00:00Z', description: 'Never, when left out' })
  @IsOptional()
  @IsISO8601({ strict: true })
  expiresAt?: string;
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
