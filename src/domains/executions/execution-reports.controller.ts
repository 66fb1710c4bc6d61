import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BlobMissing, BlobStore } from '@orchestrator/runtime';
import type { FastifyReply } from 'fastify';
import { Permission } from '../../http/access.js';
import { BulkAnswer, eachOf } from '../../http/bulk.js';
import { Answers, EXAMPLE_ID } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { AuditExports } from '../audit/audit-exports.service.js';
import type { ExecutionView } from './dto/execution-answers.js';
import { ExecutionExportQuery, ExecutionFileQuery, ExecutionStatsQuery } from './dto/execution-queries.js';
import { BulkBody, ExecutionStats } from './dto/report-answers.js';
import { executionsCsv } from './execution-export.js';
import { ExecutionReports } from './execution-reports.queries.js';
import { ExecutionsQueries } from './executions.queries.js';
import { ExecutionsService } from './executions.service.js';
import { RunAgain } from './run-again.service.js';
import { StandingRuns } from './standing-runs.service.js';

/** Rows of one export; more are asked for by their time. */
const MOST_EXPORTED = 10_000;
const PAGE = 200;
/** What a stranger's file may do in a browser: nothing. */
const FILE_HEADERS = {
  'content-type': 'application/octet-stream',
  'content-disposition': 'attachment',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

const STATS: ExecutionStats = {
  total: 18_204,
  tests: 12,
  failed: 31,
  running: 4,
  waiting: 2,
  inDoubt: 0,
  p95Ms: 412,
  buckets: [{ at: '2026-11-24T09:00:00.000Z', succeeded: 740, failed: 2, others: 0 }],
  truncated: false,
};

/** Many executions at once: in figures, as a file, and one act on several. */
@ApiTags('executions')
@Controller('executions')
export class ExecutionReportsController {
  constructor(
    private readonly reports: ExecutionReports,
    private readonly queries: ExecutionsQueries,
    private readonly executions: ExecutionsService,
    private readonly again: RunAgain,
    private readonly standing: StandingRuns,
    private readonly blobs: BlobStore,
    private readonly exports: AuditExports,
  ) {}

  @Get('stats')
  @Permission('executions.read')
  @Answers(200, 'Tells what happened in the last hours, in figures.', STATS, ExecutionStats)
  stats(@Caller() caller: Principal, @Query() query: ExecutionStatsQuery) {
    return this.reports.stats(caller.tenantId, query);
  }

  @Get('export')
  @Permission('executions.read')
  @Answers(200, 'Gives a list of executions as a file: the newest 10,000 that fit.', 'id,workflowId,...', 'text/csv')
  async export(@Caller() caller: Principal, @Query() query: ExecutionExportQuery, @Res() reply: FastifyReply) {
    const rows: ExecutionView[] = [];
    let cursor = query.cursor;
    do {
      const page = await this.queries.list(caller.tenantId, { ...query, limit: PAGE, cursor });
      rows.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor && rows.length < MOST_EXPORTED);
    const isCsv = query.format === 'csv';
    await this.exports.exported(caller, 'executions', { format: query.format, count: rows.length });
    return reply
      .headers({ 'content-disposition': `attachment; filename="executions.${query.format}"` })
      .type(isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .send(isCsv ? executionsCsv(rows) : JSON.stringify(rows));
  }

  @Post('bulk')
  @Permission('executions.write')
  @Answers(
    200,
    'Does one thing to several executions, and tells of each what became of it.',
    {
      items: [{ id: EXAMPLE_ID, ok: true }],
    },
    BulkAnswer,
  )
  bulk(@Caller() caller: Principal, @Body() { action, ids }: BulkBody): Promise<BulkAnswer> {
    return eachOf(ids, (id): Promise<unknown> => {
      if (action === 'replay' || action === 'retry') return this.again[action](caller, id, {});
      if (action === 'cancel') return this.standing.cancel(caller, id);
      return this.executions[action](caller, id);
    });
  }

  @Get(':id/files')
  @Permission('executions.read')
  @Answers(200, 'Gives a file that an item of the execution carries.', 'bytes', 'application/octet-stream')
  async file(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { file }: ExecutionFileQuery,
    @Res() reply: FastifyReply,
  ) {
    await this.queries.requireSeen(caller.tenantId, id);
    try {
      // A tenant reaches its own files alone, whatever the id says: the tenant is part of a file's key.
      const [size, content] = [
        await this.blobs.size(caller.tenantId, file),
        await this.blobs.stream(caller.tenantId, file),
      ];
      return reply.headers({ ...FILE_HEADERS, 'content-length': size }).send(Readable.from(content));
    } catch (error) {
      if (error instanceof BlobMissing) throw new Problem(404, 'execution.no_such_file', error.message);
      throw error;
    }
  }
}
