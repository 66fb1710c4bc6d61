import { type BlobContent, type BlobScope, BlobStore } from '@orchestrator/runtime';
import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { isUuid } from '../database/uuid.js';

/**
 * Keeps account of what every execution has in another store: how much a tenant keeps, and which executions have files
 * at all, so that deleting a million executions asks the store about few.
 */
export class CountedBlobStore extends BlobStore {
  constructor(
    private readonly store: BlobStore,
    private readonly work: UnitOfWork,
  ) {
    super();
  }

  async put(scope: BlobScope, content: BlobContent): Promise<{ id: string; bytes: number }> {
    await this.add(scope, 0);
    const put = await this.store.put(scope, content);
    await this.add(scope, put.bytes);
    return put;
  }

  size(tenantId: string, id: string): Promise<number> {
    return this.store.size(tenantId, id);
  }

  read(tenantId: string, id: string): Promise<Uint8Array> {
    return this.store.read(tenantId, id);
  }

  stream(tenantId: string, id: string): Promise<AsyncIterable<Uint8Array>> {
    return this.store.stream(tenantId, id);
  }

  async delete(tenantId: string, id: string): Promise<void> {
    const bytes = await this.store.size(tenantId, id).catch(() => 0);
    await this.store.delete(tenantId, id);
    const [executionId = ''] = id.split('/');
    if (bytes > 0) await this.add({ tenantId, executionId }, -bytes);
  }

  async deleteExecution(scope: BlobScope): Promise<void> {
    if (!isUuid(scope.tenantId)) return;
    await this.store.deleteExecution(scope);
    await this.work.inTenant(scope.tenantId, (tx) =>
      tx.query('delete from blob_ledger where tenant_id = $1 and execution_id = $2', [
        scope.tenantId,
        scope.executionId,
      ]),
    );
  }

  private async add({ tenantId, executionId }: BlobScope, bytes: number): Promise<void> {
    await this.work.inTenant(tenantId, (tx: EntityManager) =>
      tx.query(
        `insert into blob_ledger (tenant_id, execution_id, bytes) values ($1, $2, $3)
         on conflict (tenant_id, execution_id) do update set bytes = greatest(blob_ledger.bytes + excluded.bytes, 0)`,
        [tenantId, executionId, bytes],
      ),
    );
  }
}
