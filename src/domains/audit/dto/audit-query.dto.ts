import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../../http/page.js';

export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'member.removed' })
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
