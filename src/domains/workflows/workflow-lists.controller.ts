import { Readable } from 'node:stream';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '../../http/access.js';
import { BulkAnswer } from '../../http/bulk.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { Rights } from '../../http/rights.js';
import { MainThread } from '../../infrastructure/fairness/main-thread.js';
import { AuditExports } from '../audit/audit-exports.service.js';
import { WorkflowBulkBody } from './dto/bulk-body.js';
import { ListedWorkflow, TagUse, WorkflowStats } from './dto/workflow-list-answers.js';
import { WorkflowExportQuery, WorkflowFilter, WorkflowListQuery } from './dto/workflow-list-queries.js';
import { WorkflowBulk } from './workflow-bulk.service.js';
import { WorkflowCopies } from './workflow-copies.service.js';
import { EXAMPLE_LISTED } from './workflow-examples.js';
import { attachment, documentFile, documentLine, type InTurns, linesFile, listFile } from './workflow-export.js';
import { WorkflowLists } from './workflow-lists.queries.js';

/** Workflows of one export; more are asked for by their ids, or by narrower filters. */
const MOST_EXPORTED = 2_000;

/** Many workflows at once: as a list, in figures, as a file, and one act on several. */
@ApiTags('workflows')
@Controller('workflows')
export class WorkflowListsController {
  constructor(
    private readonly lists: WorkflowLists,
    private readonly bulk: WorkflowBulk,
    private readonly copies: WorkflowCopies,
    private readonly exports: AuditExports,
    private readonly turns: MainThread,
    private readonly rights: Rights,
  ) {}

  @Get()
  @Permission('workflows.read')
  @Answers(
    200,
    'Lists workflows, newest first unless another order is asked for, without their documents.',
    { items: [EXAMPLE_LISTED], nextCursor: null },
    pageOf(ListedWorkflow),
  )
  list(@Caller() caller: Principal, @Query() query: WorkflowListQuery) {
    return this.lists.list(caller.tenantId, query);
  }

  @Get('stats')
  @Permission('workflows.read')
  @Answers(
    200,
    'Tells how many workflows fit the filters, and how they fare.',
    { total: 42, live: 30, changed: 3, failing: 2, neverRan: 5 },
    WorkflowStats,
  )
  stats(@Caller() caller: Principal, @Query() filter: WorkflowFilter) {
    return this.lists.stats(caller.tenantId, filter);
  }

  @Get('tags')
  @Permission('workflows.read')
  @Answers(
    200,
    'Lists the tags of all workflows, by name.',
    { items: [{ tag: 'shop', count: 7 }], nextCursor: null },
    pageOf(TagUse),
  )
  async tags(@Caller() caller: Principal) {
    return { items: await this.lists.tags(caller.tenantId), nextCursor: null };
  }

  @Get('export')
  @Permission('workflows.read')
  @Answers(
    200,
    `Gives the newest versions of workflows as a file, which can be imported again: the newest ${MOST_EXPORTED} that fit.`,
    '{"formatVersion": 1, "name": ...}',
    'application/octet-stream',
  )
  async export(
    @Caller() caller: Principal,
    @Query() query: WorkflowExportQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const isJson = query.format === 'json';
    const inTurns: InTurns = (steps) => this.turns.inTurns(caller.tenantId, steps);
    const ids = await this.lists.ids(caller.tenantId, query, MOST_EXPORTED, query.ids);
    await this.exports.exported(caller, 'workflows', { format: query.format, count: ids.length });
    const reader = { caller, request, permission: 'workflows.read' as const };
    const documents = this.rights.whileMay(reader, this.copies.documents(caller.tenantId, ids));
    reply.type(isJson ? 'application/json; charset=utf-8' : 'application/x-ndjson; charset=utf-8');
    const first = await documents.next();
    if (ids.length === 1 && !first.done) {
      const content = await (isJson ? documentFile : documentLine)(first.value, inTurns);
      return reply.header('content-disposition', attachment(first.value.name, query.format)).send(content);
    }
    const all = async function* () {
      if (first.done) return;
      yield first.value;
      yield* documents;
    };
    return reply
      .header('content-disposition', attachment('workflows', query.format))
      .send(Readable.from(isJson ? listFile(all(), inTurns) : linesFile(all(), inTurns)));
  }

  @Post('bulk')
  @Permission('workflows.write')
  @Answers(
    200,
    'Does one thing to several workflows, and tells of each what became of it.',
    { items: [{ id: EXAMPLE_ID, ok: true }] },
    BulkAnswer,
  )
  act(@Caller() caller: Principal, @Body() body: WorkflowBulkBody) {
    return this.bulk.run(caller, body);
  }
}
