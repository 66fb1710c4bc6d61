import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { BlobFiles, BlobStore, DiskBlobStore } from '@orchestrator/runtime';
import { Config } from '../../config/config.js';

/** Files of executions, in the data folder. */
@Global()
@Module({
  providers: [
    {
      provide: BlobStore,
      inject: [Config],
      useFactory: (config: Config) => new DiskBlobStore(join(config.DATA_DIR, 'blobs')),
    },
    { provide: BlobFiles, inject: [BlobStore], useFactory: (store: BlobStore) => new BlobFiles(store) },
  ],
  exports: [BlobStore, BlobFiles],
})
export class BlobModule {}
