import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../../http/page.js';

export class AuditFilter {
  @ApiPropertyOptional({
    example: 'member.removed',
    description: 'One action; or several by a star: `signIn.*`, `*.exported`',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string;

  @ApiPropertyOptional({ description: 'What was changed' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  targetId?: string;

  @ApiPropertyOptional({ description: 'The user who changed it' })
  @IsOptional()
  @IsUUID()
  actorId?: string;

  @ApiPropertyOptional({ description: 'Only entries of this time or later', example: '2026-11-24T00:00:00Z' })
  @IsOptional()
  @IsISO8601()
  from?: string;

  @ApiPropertyOptional({ description: 'Only entries before this time', example: '2026-11-25T00:00:00Z' })
  @IsOptional()
  @IsISO8601()
  to?: string;
}

export class AuditQuery extends IntersectionType(PageQuery, AuditFilter) {}
