import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Attempts } from './attempts.js';
import { BodyBytes } from './body-bytes.js';
import { EventStreams } from './event-streams.js';
import { HealthController } from './health.controller.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { LocalAttempts } from './local-attempts.js';
import { MetricsAccess } from './metrics-access.js';
import { ProblemFilter } from './problem.filter.js';
import { PublicAddress } from './public-address.js';
import { Rights } from './rights.js';
import { Stopping } from './stopping.js';
import { StreamPlaces } from './stream-places.js';
import { validation } from './validation.js';
import { WebhookOrigins } from './webhook-origins.js';

/** What every route of the management API passes through. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [
    { provide: BodyBytes, useFactory: () => new BodyBytes() },
    PublicAddress,
    { provide: Attempts, useFactory: () => new LocalAttempts() },
    EventStreams,
    MetricsAccess,
    Rights,
    Stopping,
    StreamPlaces,
    WebhookOrigins,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useFactory: validation },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [Attempts, BodyBytes, EventStreams, PublicAddress, Rights, Stopping, WebhookOrigins],
})
export class HttpModule {}
