import { Controller, Delete, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { PageQuery } from '../../http/page.js';
import { Caller, type Principal } from '../../http/principal.js';
import { AddressFacts, HeldPath, Listening, WebhookView } from './dto/webhook-answers.js';
import { AddressQuery } from './dto/webhook-queries.js';
import { TestWebhooks } from './test-webhooks.service.js';
import { WebhookHolds } from './webhook-holds.service.js';
import { WebhooksService } from './webhooks.service.js';

const EXAMPLE_WEBHOOK = {
  id: EXAMPLE_ID,
  workflow: { id: EXAMPLE_ID, name: 'New orders', version: 3 },
  nodeId: 'a1',
  method: 'POST',
  url: 'http://127.0.0.1:3000/webhook/orders',
  free: true,
  tenantUrl: 'http://127.0.0.1:3000/webhook/t/engines/orders',
};
const EXAMPLE_HELD: HeldPath = {
  id: EXAMPLE_ID,
  segment: 'orders',
  used: false,
  since: '2026-11-24T09:30:00.000Z',
  keptUntil: '2026-12-24T09:30:00.000Z',
};
const EXAMPLE_LISTENING = {
  until: '2026-11-24T09:32:00.000Z',
  webhooks: [
    {
      node: 'Webhook',
      nodeId: 'a1',
      method: 'POST',
      url: 'http://127.0.0.1:3000/webhook-test/orders',
      appPath: '/webhook-test/orders',
      executionId: EXAMPLE_ID,
    },
  ],
};

@ApiTags('webhooks')
@Controller()
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly tests: TestWebhooks,
    private readonly holds: WebhookHolds,
  ) {}

  @Get('webhooks')
  @Permission('webhooks.read')
  @Answers(
    200,
    'Lists the addresses of live workflows, newest first.',
    { items: [EXAMPLE_WEBHOOK], nextCursor: null },
    pageOf(WebhookView),
  )
  list(@Caller() caller: Principal, @Query() query: PageQuery) {
    return this.webhooks.list(caller.tenantId, query);
  }

  @Get('webhooks/address')
  @Permission('webhooks.read')
  @Answers(
    200,
    'Tells at which addresses a path would be called, if a workflow had it now.',
    { url: EXAMPLE_WEBHOOK.url, testUrl: 'http://127.0.0.1:3000/webhook-test/orders', free: true },
    AddressFacts,
  )
  address(@Caller() caller: Principal, @Query() { path }: AddressQuery) {
    return this.webhooks.addressesAt(caller.tenantId, path);
  }

  @Get('webhooks/held')
  @Permission('webhooks.read')
  @Answers(
    200,
    'Lists the plain paths that nobody else can have, newest first: those in use, and those that were a while ago.',
    { items: [EXAMPLE_HELD], nextCursor: null },
    pageOf(HeldPath),
  )
  held(@Caller() caller: Principal, @Query() query: PageQuery) {
    return this.holds.list(caller.tenantId, query);
  }

  @Delete('webhooks/held/:id')
  @Permission('webhooks.write')
  @Answers(204, 'Lets go of a plain path that is not in use: from now on any tenant may have it.')
  async release(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.holds.release(caller, id);
  }

  @Post('workflows/:id/listen')
  @Permission('workflows.run')
  @Answers(
    200,
    "Arms the test addresses of the workflow's draft, for one call or 2 minutes.",
    EXAMPLE_LISTENING,
    Listening,
  )
  listen(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.tests.listen(caller, id);
  }

  @Delete('workflows/:id/listen')
  @Permission('workflows.run')
  @Answers(204, 'Stops listening at the test addresses.')
  async cancel(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.tests.cancel(caller, id);
  }
}
