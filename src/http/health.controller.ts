import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../infrastructure/database/database.js';
import { Metrics } from '../infrastructure/observability/metrics.js';
import { Readiness } from '../infrastructure/observability/readiness.js';
import { Public } from './access.js';
import { AlsoAnswers, Answers } from './documented.js';
import { Liveness, ReadinessAnswer } from './health-answers.js';
import { MetricsAccess } from './metrics-access.js';
import { Stopping } from './stopping.js';

/** For load balancers and monitoring. Not under /api/v1. */
@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    private readonly access: MetricsAccess,
    private readonly stopping: Stopping,
    database: Database,
  ) {
    readiness.add('database', () => database.isReady());
  }

  @Get('health/live')
  @Public('says that the process lives')
  @Answers(200, 'The process lives', { status: 'ok' }, Liveness)
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Public('says whether the server can work')
  @Answers(200, 'The server can work', { status: 'ok', parts: { database: 'ok' } }, ReadinessAnswer)
  @AlsoAnswers(503, 'A part can not', { status: 'failing', parts: { database: 'failing' } }, ReadinessAnswer)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const parts = await this.readiness.parts();
    // It takes no more calls, and says so on connections that it still has.
    if (this.stopping.signal.aborted) parts.server = false;
    const ready = Object.values(parts).every(Boolean);
    reply.status(ready ? 200 : 503);
    const named = Object.entries(parts).map(([part, works]) => [part, works ? 'ok' : 'failing']);
    return { status: ready ? 'ok' : 'failing', parts: Object.fromEntries(named) };
  }

  @Get('metrics')
  @Public('figures of the process, without anything of a tenant, for this machine and whoever has METRICS_TOKEN')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Answers(200, 'Metrics in the format of Prometheus', 'process_cpu_seconds_total 1.5', 'text/plain')
  show(@Req() request: FastifyRequest) {
    this.access.require(request);
    return this.metrics.registry.metrics();
  }
}
