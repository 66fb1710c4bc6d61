import { Injectable } from '@nestjs/common';
import type { Principal } from '../../http/principal.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from './audit.service.js';

/** Tells the audit who took much out at once. */
@Injectable()
export class AuditExports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /**
   * To be called before anything is handed over.
   * @param what such as `executions`
   */
  async exported(caller: Principal, what: string, as: { format: string; count?: number }): Promise<void> {
    await this.work.inTenant(caller.tenantId, (tx) =>
      this.audit.record(tx, caller.tenantId, caller, {
        action: `${what}.exported`,
        target: { type: 'tenant', id: caller.tenantId },
        after: { ...as },
      }),
    );
  }
}
