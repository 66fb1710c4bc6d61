import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { JsonReader } from '../json/json-reader.js';
import { WorkerPool } from './worker-pool.js';

/** The threads of this process, ended with it, and what they read. */
@Global()
@Module({
  providers: [{ provide: WorkerPool, useFactory: () => new WorkerPool() }, JsonReader],
  exports: [WorkerPool, JsonReader],
})
export class WorkersModule implements OnApplicationShutdown {
  constructor(private readonly workers: WorkerPool) {}

  onApplicationShutdown(): Promise<void> {
    return this.workers.close();
  }
}
