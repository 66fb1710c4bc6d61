import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { roleMay } from '../../http/permissions.js';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { Database } from '../../infrastructure/database/database.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { TenantCode } from '../../infrastructure/sandbox/sandbox.module.js';
import { CrashLog } from './crash-log.service.js';
import type { SystemHealth, SystemInfo } from './dto/system-health.js';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const RESOLUTION_MS = 20;

/** How this process of the server is. */
@Injectable()
export class SystemHealthService implements OnApplicationShutdown {
  private readonly startedAt = new Date().toISOString();
  private readonly delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly code: TenantCode,
    private readonly crashes: CrashLog,
  ) {
    this.delay.enable();
  }

  onApplicationShutdown(): void {
    this.delay.disable();
  }

  async info(caller: Principal): Promise<SystemInfo> {
    return { version, seesHealth: roleMay(caller.role, 'system.read') && (await this.isOperator(caller.tenantId)) };
  }

  /** @throws Problem 403 for admins of tenants that do not run the installation: it is others' too */
  async look({ tenantId }: Principal): Promise<SystemHealth> {
    if (!(await this.isOperator(tenantId))) {
      throw Problem.forbidden(
        'system.operators_only',
        'Only admins of the tenant that runs this installation see how its server is.',
      );
    }
    // Since the last look: what was slow an hour ago is no news.
    const late = this.delay.percentile(99) / 1e6 - RESOLUTION_MS;
    this.delay.reset();
    return {
      version,
      node: process.version,
      startedAt: this.startedAt,
      roles: [...this.config.ROLE],
      memory: {
        rss: process.memoryUsage.rss(),
        heapUsed: process.memoryUsage().heapUsed,
        heapLimit: getHeapStatistics().heap_size_limit,
      },
      eventLoopDelayMs: Math.max(0, Number.isFinite(late) ? Math.round(late * 10) / 10 : 0),
      database: await this.databaseState(tenantId),
      codeProcesses: this.code.processes,
      crashes: await this.crashes.seen().catch(() => null),
    };
  }

  private async isOperator(tenantId: string): Promise<boolean> {
    const [row]: { is: boolean }[] = await this.work.inTenant(tenantId, (tx) =>
      tx.query('select is_operator_tenant() as is'),
    );
    return row?.is ?? false;
  }

  private async databaseState(tenantId: string): Promise<SystemHealth['database']> {
    const embedded = this.config.DATABASE_URL === undefined;
    if (!(await this.database.isReady()))
      return { works: false, embedded, version: null, size: null, answersInMs: null };
    const began = performance.now();
    const [row] = await this.work.inTenant(tenantId, (tx) =>
      tx.query(
        `select current_setting('server_version') as version, pg_database_size(current_database())::float8 as size`,
      ),
    );
    const answersInMs = Math.round(performance.now() - began);
    return { works: true, embedded, version: row.version.split(' ')[0], size: row.size, answersInMs };
  }
}
