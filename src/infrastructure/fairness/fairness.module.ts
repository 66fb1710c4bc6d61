import { Global, Module } from '@nestjs/common';
import { MainThread } from './main-thread.js';

/** What tenants share of this process, in fair parts. */
@Global()
@Module({ providers: [{ provide: MainThread, useFactory: () => new MainThread() }], exports: [MainThread] })
export class FairnessModule {}
