import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { AuditQueries } from './audit.queries.js';
import { AuditExports } from './audit-exports.service.js';
import { AuditEntry } from './dto/audit-answers.js';
import { AuditFilter, AuditQuery } from './dto/audit-query.dto.js';

/** As many as a spreadsheet takes in comfort, and a browser in one answer. */
const MOST_EXPORTED = 5_000;

const ENTRY = {
  id: EXAMPLE_ID,
  at: '2026-01-31T09:30:00.000Z',
  actor: { kind: 'user', userId: EXAMPLE_ID, name: 'Ada Lovelace', apiKeyId: null },
  action: 'member.role_changed',
  target: { type: 'user', id: EXAMPLE_ID, name: 'Charles Babbage', isThere: true },
  before: { role: 'viewer' },
  after: { role: 'editor' },
  names: {},
};

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly queries: AuditQueries,
    private readonly exports: AuditExports,
  ) {}

  @Get()
  @Permission('audit.read')
  @Answers(
    200,
    'Who changed what in this tenant, the newest first',
    { items: [ENTRY], nextCursor: null },
    pageOf(AuditEntry),
  )
  list(@Caller() caller: Principal, @Query() query: AuditQuery) {
    return this.queries.list(caller.tenantId, query);
  }

  @Get('export')
  @Permission('audit.read')
  @Answers(
    200,
    `Gives the newest ${MOST_EXPORTED} entries that fit at once, and tells the audit so`,
    { items: [ENTRY], nextCursor: null },
    pageOf(AuditEntry),
  )
  async export(@Caller() caller: Principal, @Query() filter: AuditFilter) {
    await this.exports.exported(caller, 'audit', { format: 'json' });
    return this.queries.list(caller.tenantId, { ...filter, limit: MOST_EXPORTED });
  }
}
