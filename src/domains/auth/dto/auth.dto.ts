import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, IsUUID, Length, MaxLength, MinLength } from 'class-validator';
import { IsName, IsOneLine } from '../../../http/one-line.js';
import { PASSWORD_LIMIT } from '../passwords.js';

/** RFC 5321 §4.5.3.1. */
const EMAIL_LIMIT = 254;
const TOKEN_LIMIT = 300;

class PasswordDto {
  @ApiProperty({ example: 'correct horse battery staple', description: 'At least 12 characters, or a good score' })
  @IsString()
  @Length(1, PASSWORD_LIMIT)
  password!: string;
}

export class LoginDto extends PasswordDto {
  @ApiProperty({ example: 'ada@example.com' })
  @IsString()
  @MaxLength(EMAIL_LIMIT)
  email!: string;
}

class PersonDto extends PasswordDto {
  @ApiProperty({ example: 'ada@example.com' })
  @IsEmail()
  @MaxLength(EMAIL_LIMIT)
  email!: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  @IsString()
  @Length(1, 100)
  @IsName()
  name!: string;
}

export class RegisterDto extends PersonDto {
  @ApiPropertyOptional({ example: 'Analytical Engines', description: 'Named after the user when left out' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @IsOneLine()
  tenantName?: string;

  @ApiPropertyOptional({ description: 'The token of an invitation: joins that tenant instead of making one' })
  @IsOptional()
  @IsString()
  @MaxLength(TOKEN_LIMIT)
  invitation?: string;
}

export class SetupDto extends PersonDto {
  @ApiProperty({ description: 'From the one-time link that the first start printed', example: 'kX3...' })
  @IsString()
  @MaxLength(TOKEN_LIMIT)
  token!: string;
}

export class RefreshDto {
  @ApiPropertyOptional({ description: 'Taken from the cookie when left out' })
  @IsOptional()
  @IsString()
  @MaxLength(TOKEN_LIMIT)
  refreshToken?: string;
}

export class SwitchDto {
  @ApiProperty({ example: '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e' })
  @IsUUID()
  tenantId!: string;
}

export class ResetPasswordDto extends PasswordDto {
  @ApiProperty({ description: 'From a one-time link', example: 'kX3...' })
  @IsString()
  @MaxLength(TOKEN_LIMIT)
  token!: string;
}

export class ChangePasswordDto {
  @ApiProperty({ example: 'correct horse battery staple' })
  @IsString()
  @Length(1, PASSWORD_LIMIT)
  currentPassword!: string;

  @ApiProperty({ example: 'purple monkey dishwasher' })
  @IsString()
  @MinLength(1)
  @MaxLength(PASSWORD_LIMIT)
  newPassword!: string;
}

export class TokenDto {
  @ApiProperty({ example: 'kX3...' })
  @IsString()
  @MaxLength(TOKEN_LIMIT)
  token!: string;
}
