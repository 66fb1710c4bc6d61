import { Body, Controller, Delete, Get, Param, ParseIntPipe, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permission } from '../../http/access.js';
import { AlsoAnswers, Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { ExecutionView, Started, StepItem } from './dto/execution-answers.js';
import { ExecutionDetail } from './dto/execution-detail.js';
import { ExecutionListQuery, StepQuery } from './dto/execution-queries.js';
import { LastCallAnswer, LastCallQuery } from './dto/last-call.js';
import { AnswerBody, ReplayBody, ResumeBody, RetryBody, RunBody } from './dto/run-body.js';
import { ExecutionDetails } from './execution-details.queries.js';
import { EXAMPLE_EXECUTION, EXAMPLE_EXECUTION_DETAIL, EXAMPLE_ITEM, EXAMPLE_LAST_CALL } from './execution-examples.js';
import { ExecutionsQueries } from './executions.queries.js';
import { ExecutionsService } from './executions.service.js';
import { LastCalls } from './last-calls.queries.js';
import { RunAgain } from './run-again.service.js';
import { StandingRuns } from './standing-runs.service.js';

const STARTED = { executionId: EXAMPLE_ID };

@ApiTags('executions')
@Controller()
export class ExecutionsController {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly again: RunAgain,
    private readonly standing: StandingRuns,
    private readonly queries: ExecutionsQueries,
    private readonly details: ExecutionDetails,
    private readonly lastCalls: LastCalls,
  ) {}

  @Post('workflows/:id/run')
  @Permission('workflows.run')
  @ApiBody({ type: RunBody, required: false })
  @Answers(202, 'Runs a workflow. With `wait` answers with the finished execution.', STARTED, Started)
  @AlsoAnswers(
    200,
    'With `wait`: the execution, ended or as it stands after 5 minutes.',
    EXAMPLE_EXECUTION_DETAIL,
    ExecutionDetail,
  )
  async run(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RunBody = new RunBody(),
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.executions.run(caller, id, body);
    if ('status' in answer) reply.status(200);
    return answer;
  }

  @Get('workflows/:id/last-call')
  @Permission('executions.read')
  @Answers(
    200,
    'Tells when a trigger of a workflow was last met in earnest. Run with `inputFrom` to begin with that data.',
    { call: EXAMPLE_LAST_CALL },
    LastCallAnswer,
  )
  async lastCall(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { trigger }: LastCallQuery,
  ): Promise<LastCallAnswer> {
    return { call: await this.lastCalls.of(caller.tenantId, id, trigger) };
  }

  @Get('executions')
  @Permission('executions.read')
  @Answers(
    200,
    'Lists executions, newest first, without their data.',
    { items: [EXAMPLE_EXECUTION], nextCursor: null },
    pageOf(ExecutionView),
  )
  list(@Caller() caller: Principal, @Query() query: ExecutionListQuery) {
    return this.queries.list(caller.tenantId, query);
  }

  @Get('executions/:id')
  @Permission('executions.read')
  @Answers(200, 'Gives an execution with what every node did.', EXAMPLE_EXECUTION_DETAIL, ExecutionDetail)
  get(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.details.get(caller, id);
  }

  @Delete('executions/:id')
  @Permission('executions.write')
  @Answers(204, 'Deletes an ended execution with its data.')
  delete(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.executions.delete(caller, id);
  }

  @Get('executions/:id/steps/:index')
  @Permission('executions.read')
  @Answers(
    200,
    'Gives the items that went into or came out of a step, page by page.',
    {
      items: [{ port: 0, item: EXAMPLE_ITEM }],
      nextCursor: null,
    },
    pageOf(StepItem),
  )
  items(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('index', ParseIntPipe) index: number,
    @Query() query: StepQuery,
  ) {
    return this.queries.items(caller.tenantId, id, index, query);
  }

  @Post('executions/:id/retry')
  @Permission('executions.write')
  @ApiBody({ type: RetryBody, required: false })
  @Answers(
    202,
    'Runs a failed execution again from the node that failed: as it ran, or in another version of the workflow.',
    STARTED,
    Started,
  )
  retry(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RetryBody = new RetryBody(),
  ) {
    return this.again.retry(caller, id, body);
  }

  @Post('executions/:id/replay')
  @Permission('executions.write')
  @ApiBody({ type: ReplayBody, required: false })
  @Answers(
    202,
    'Runs an execution again, from its trigger or another node, with its own data or other items, in any version.',
    STARTED,
    Started,
  )
  replay(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReplayBody = new ReplayBody(),
  ) {
    return this.again.replay(caller, id, body);
  }

  @Post('executions/:id/cancel')
  @Permission('executions.write')
  @Answers(202, 'Asks a run to stop.', STARTED, Started)
  cancel(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.standing.cancel(caller, id);
  }

  @Post('executions/:id/answer')
  @Permission('executions.write')
  @Answers(202, 'Settles a step of which nobody knows whether it took effect.', STARTED, Started)
  answer(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Body() body: AnswerBody) {
    return this.standing.answer(caller, id, body);
  }

  @Post('executions/:id/resume')
  @Permission('executions.write')
  @ApiBody({ type: ResumeBody, required: false })
  @Answers(202, 'Lets a run go on that waits for its time or for a call.', STARTED, Started)
  resume(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ResumeBody = new ResumeBody(),
  ) {
    return this.standing.resume(caller, id, body);
  }
}
