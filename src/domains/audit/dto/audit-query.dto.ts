import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
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
}

export class AuditQuery extends IntersectionType(PageQuery, AuditFilter) {}
