import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { ExecutionsModule } from '../executions/executions.module.js';
import { NodesModule } from '../nodes/nodes.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { CallReader } from './ingress/call-reader.js';
import { Responder } from './ingress/responder.js';
import { RunFollower } from './ingress/run-follower.js';
import { WebhookIngress } from './ingress/webhook-ingress.js';
import { WebhookRoutes } from './ingress/webhook-routes.js';
import { RefusedTestCalls } from './refused-test-calls.service.js';
import { BodyReader } from './request/body-reader.js';
import { LiveEpoch } from './routing/live-epoch.js';
import { RouteTable } from './routing/route-table.js';
import { TestWebhooks } from './test-webhooks.service.js';
import { WaitingIngress } from './waiting/waiting-ingress.js';
import { WebhookHolds } from './webhook-holds.service.js';
import { WebhookIds } from './webhook-ids.service.js';
import { WebhookNodes } from './webhook-nodes.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksQueries } from './webhooks.queries.js';
import { WebhooksService } from './webhooks.service.js';

@Module({
  imports: [WorkflowsModule, ExecutionsModule, CredentialsModule, NodesModule],
  controllers: [WebhooksController],
  providers: [
    BodyReader,
    CallReader,
    LiveEpoch,
    RefusedTestCalls,
    Responder,
    RouteTable,
    RunFollower,
    TestWebhooks,
    WaitingIngress,
    WebhookHolds,
    WebhookIds,
    WebhookIngress,
    WebhookNodes,
    WebhookRoutes,
    WebhooksQueries,
    WebhooksService,
  ],
})
export class WebhooksModule {}
