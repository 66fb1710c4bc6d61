import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { CallableWorkflows } from './callable-workflows.queries.js';
import { CallableQuery, CallableWorkflow } from './dto/callable-workflows.js';

const EXAMPLE: CallableWorkflow = {
  id: EXAMPLE_ID,
  name: 'Check the stock',
  live: true,
  refusal: null,
  inputs: [{ name: 'orderId', type: 'number' }],
};

/** What a workflow may call: sub-workflows and error workflows. */
@ApiTags('workflows')
@Controller('workflows')
export class CallableWorkflowsController {
  constructor(private readonly callable: CallableWorkflows) {}

  @Get('callable')
  @Permission('workflows.read')
  @Answers(
    200,
    'Lists the workflows that another may call, by name, with the fields that each takes.',
    { items: [EXAMPLE], nextCursor: null },
    pageOf(CallableWorkflow),
  )
  list(@Caller() caller: Principal, @Query() query: CallableQuery) {
    return this.callable.list(caller.tenantId, query);
  }
}
