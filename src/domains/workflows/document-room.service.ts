import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../../config/config.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';

const MIB = 1024 * 1024;

/**
 * What versions of workflows, comments on them and the audit may take up, of one tenant. All versions stay while there is
 * room. At the bound, a save lets the oldest versions of its own workflow go that nothing ever ran, that were never live
 * and that have no name; when that is not enough, it is refused. The audit stays, and is never refused.
 */
@Injectable()
export class DocumentRoom {
  constructor(
    private readonly config: Config,
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  get limitBytes(): number {
    return this.config.TENANT_DOCUMENTS_MB * MIB;
  }

  /** Bytes that a tenant's versions and comments, and its audit, take up. */
  usedBy(tenantId: string): Promise<{ usedBytes: number; auditBytes: number }> {
    return this.work.inTenant(tenantId, async (tx) => {
      const auditBytes = await this.audit.bytesOf(tx, tenantId);
      return { usedBytes: (await documents(tx)) + auditBytes, auditBytes };
    });
  }

  /**
   * A version has been written: makes up for it when the tenant's bound is passed.
   * @param tenantId of the transaction
   * @param version the one that was written, which stays
   * @throws Problem 507 `tenant.documents_full` when nothing that may go takes up enough
   */
  async afterVersion(tx: EntityManager, tenantId: string, workflowId: string, version: number): Promise<void> {
    const over = (await this.used(tx, tenantId)) - this.limitBytes;
    if (over <= 0) return;
    const [rows]: [{ bytes: number }[], number] = await tx.query(
      `delete from workflow_versions v using (
         select version, sum(bytes) over (order by version) - bytes as older from workflow_versions
         where workflow_id = $1 and version < $2 and not kept and label is null
       ) old
       where v.workflow_id = $1 and v.version = old.version and old.older < $3 returning v.bytes`,
      [workflowId, version, over],
    );
    if (rows.reduce((sum, { bytes }) => sum + bytes, 0) < over) throw this.full();
  }

  /** @throws Problem 507 `tenant.documents_full` when there is no room for a comment */
  async requireRoom(tx: EntityManager, tenantId: string): Promise<void> {
    if ((await this.used(tx, tenantId)) >= this.limitBytes) throw this.full();
  }

  private async used(tx: EntityManager, tenantId: string): Promise<number> {
    return (await documents(tx)) + (await this.audit.bytesOf(tx, tenantId));
  }

  private full(): Problem {
    return new Problem(
      507,
      'tenant.documents_full',
      `Versions of workflows, comments and the audit of this tenant take up all of the ${this.config.TENANT_DOCUMENTS_MB} MiB that they have. Delete workflows that nobody needs any more, then try again.`,
    );
  }
}

async function documents(tx: EntityManager): Promise<number> {
  const [row]: { bytes: number }[] = await tx.query(
    `select ((select coalesce(sum(bytes), 0) from workflow_versions where tenant_id = current_tenant())
       + (select coalesce(sum(bytes), 0) from comments where tenant_id = current_tenant()))::float8 as bytes`,
  );
  return row?.bytes ?? 0;
}
