import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blobStoreContract } from './blob-store.contract.js';
import { DiskBlobStore } from './disk-blob-store.js';
import { MemoryBlobStore } from './memory-blob-store.js';

blobStoreContract('memory', async () => ({ store: new MemoryBlobStore(), close: async () => undefined }));
blobStoreContract('disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  return { store: new DiskBlobStore(folder), close: () => rm(folder, { recursive: true, force: true }) };
});
