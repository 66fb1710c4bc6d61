import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { BodyBytes } from './body-bytes.js';
import { HealthController } from './health.controller.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { PublicAddress } from './public-address.js';
import { RateLimiter } from './rate-limiter.js';
import { Stopping } from './stopping.js';
import { validation } from './validation.js';
import { WebhookOrigins } from './webhook-origins.js';

/** What every route of the management API passes through. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [
    { provide: BodyBytes, useFactory: () => new BodyBytes() },
    PublicAddress,
    RateLimiter,
    Stopping,
    WebhookOrigins,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useFactory: validation },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [BodyBytes, PublicAddress, RateLimiter, Stopping, WebhookOrigins],
})
export class HttpModule {}
