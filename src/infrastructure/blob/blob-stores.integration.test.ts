import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskBlobStore } from '@orchestrator/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobStoreContract } from '../../../packages/runtime/src/blobs/blob-store.contract.js';
import { type TestDatabase, testDatabase } from '../../testing/test-database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { newId } from '../database/uuid.js';
import { CountedBlobStore } from './counted-blob-store.js';
import { PostgresBlobStore } from './postgres-blob-store.js';

const TENANTS = [newId(), newId()] as const;
let test: TestDatabase;
let work: UnitOfWork;
beforeAll(async () => {
  test = await testDatabase();
  work = new UnitOfWork(test.database);
});
afterAll(() => test.drop());

blobStoreContract(
  'postgres',
  async () => ({ store: new PostgresBlobStore(work), close: async () => undefined }),
  TENANTS,
);
blobStoreContract(
  'disk, counted',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'blobs-'));
    const store = new CountedBlobStore(new DiskBlobStore(folder), work);
    return { store, close: async () => rmSync(folder, { recursive: true, force: true }) };
  },
  TENANTS,
);

describe('blobs in PostgreSQL', () => {
  const scope = { tenantId: TENANTS[0], executionId: newId() };

  it('keeps a large file whole, however it is cut', async () => {
    const store = new PostgresBlobStore(work);
    const content = randomBytes(3 * 1024 * 1024 + 17);
    async function* pieces() {
      for (let i = 0; i < content.length; i += 70_001) yield content.subarray(i, i + 70_001);
    }
    const { id, bytes } = await store.put(scope, pieces());
    expect(bytes).toBe(content.length);
    expect(Buffer.from(await store.read(TENANTS[0], id)).equals(content)).toBe(true);
  });

  it('counts what a tenant keeps, and takes it off again', async () => {
    const store = new CountedBlobStore(new PostgresBlobStore(work), work);
    const one = { tenantId: TENANTS[1], executionId: newId() };
    const sum = async () => {
      const [row] = await work.inTenant(TENANTS[1], (tx) =>
        tx.query('select coalesce(sum(bytes), 0)::float8 as sum from blob_ledger'),
      );
      return row.sum;
    };
    const before = await sum();
    const { id } = await store.put(one, Buffer.alloc(1000));
    await store.put(one, Buffer.alloc(500));
    expect((await sum()) - before).toBe(1500);
    await store.delete(TENANTS[1], id);
    expect((await sum()) - before).toBe(500);
    await store.deleteExecution(one);
    expect(await sum()).toBe(before);
  });
});
