import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { BlobFiles, BlobStore, DiskBlobStore } from '@orchestrator/runtime';
import { Config } from '../../config/config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CountedBlobStore } from './counted-blob-store.js';
import { PostgresBlobStore } from './postgres-blob-store.js';

/** Files of executions: in the data folder with the embedded database, else in the database that instances share. */
@Global()
@Module({
  providers: [
    {
      provide: BlobStore,
      inject: [Config, UnitOfWork],
      useFactory: (config: Config, work: UnitOfWork) =>
        new CountedBlobStore(
          config.DATABASE_URL ? new PostgresBlobStore(work) : new DiskBlobStore(join(config.DATA_DIR, 'blobs')),
          work,
        ),
    },
    { provide: BlobFiles, inject: [BlobStore], useFactory: (store: BlobStore) => new BlobFiles(store) },
  ],
  exports: [BlobStore, BlobFiles],
})
export class BlobModule {}
