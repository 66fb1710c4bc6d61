import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { AuditQueries } from './audit.queries.js';
import { AuditEntry } from './dto/audit-answers.js';
import { AuditQuery } from './dto/audit-query.dto.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly queries: AuditQueries) {}

  @Get()
  @Permission('audit.read')
  @Answers(
    200,
    'Who changed what in this tenant, the newest first',
    {
      items: [
        {
          id: EXAMPLE_ID,
          at: '2026-01-31T09:30:00.000Z',
          actor: { kind: 'user', userId: EXAMPLE_ID, apiKeyId: null },
          action: 'member.role_changed',
          target: { type: 'user', id: EXAMPLE_ID },
          before: { role: 'viewer' },
          after: { role: 'editor' },
        },
      ],
      nextCursor: null,
    },
    pageOf(AuditEntry),
  )
  list(@Caller() caller: Principal, @Query() query: AuditQuery) {
    return this.queries.list(caller.tenantId, query);
  }
}
