import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Config } from '../../../config/config.js';
import { Permission } from '../../../http/access.js';
import { Answers } from '../../../http/documented.js';
import { KEPT_ANSWERS_BYTES, keptAnswers } from '../../../http/idempotency-room.js';
import { Caller, type Principal } from '../../../http/principal.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { DocumentRoom } from '../../workflows/document-room.service.js';
import { Usage } from '../dto/usage-answer.js';
import { TenantUsage } from './tenant-usage.js';

const EXAMPLE = {
  storage: { executionBytes: 73_400_320, fileBytes: 10_485_760, limitBytes: 10_737_418_240 },
  documents: { usedBytes: 2_097_152, auditBytes: 81_920, limitBytes: 1_073_741_824 },
  keptAnswers: { usedBytes: 20_480, limitBytes: 268_435_456 },
  queuedRuns: { count: 3, limit: 100_000 },
  runsAtOnce: { limit: 50 },
  callsPerSecond: { limit: 2_000 },
};
const MIB = 1024 * 1024;

/** What a tenant uses of what it may use. */
@ApiTags('tenants')
@Controller('tenants')
export class UsageController {
  constructor(
    private readonly usage: TenantUsage,
    private readonly documents: DocumentRoom,
    private readonly work: UnitOfWork,
    private readonly config: Config,
  ) {}

  @Get('current/usage')
  @Permission('tenant.read')
  @Answers(200, 'What the tenant uses, and its limits; those of runs and calls hold for each process', EXAMPLE, Usage)
  async current(@Caller() caller: Principal): Promise<Usage> {
    const { TENANT_CALLS_PER_SECOND, TENANT_CONCURRENCY, TENANT_QUEUE, TENANT_STORAGE_MB } = this.config;
    const { journalBytes, blobBytes, queued } = await this.usage.of(caller.tenantId, TENANT_QUEUE);
    return {
      storage: { executionBytes: journalBytes, fileBytes: blobBytes, limitBytes: TENANT_STORAGE_MB * MIB },
      documents: {
        ...(await this.documents.usedBy(caller.tenantId)),
        limitBytes: this.documents.limitBytes,
      },
      keptAnswers: {
        usedBytes: await this.work.inTenant(caller.tenantId, keptAnswers),
        limitBytes: KEPT_ANSWERS_BYTES,
      },
      queuedRuns: { count: queued, limit: TENANT_QUEUE },
      runsAtOnce: { limit: TENANT_CONCURRENCY },
      callsPerSecond: { limit: TENANT_CALLS_PER_SECOND },
    };
  }
}
