import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerPool } from './worker-pool.js';

/** The threads of this process, ended with it. */
@Global()
@Module({ providers: [{ provide: WorkerPool, useFactory: () => new WorkerPool() }], exports: [WorkerPool] })
export class WorkersModule implements OnApplicationShutdown {
  constructor(private readonly workers: WorkerPool) {}

  onApplicationShutdown(): Promise<void> {
    return this.workers.close();
  }
}
