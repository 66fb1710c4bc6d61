import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Database } from './database.js';
import { DomainEvents } from './domain-events.js';
import { Notifications } from './notifications.js';
import { UnitOfWork } from './unit-of-work.js';

/** Gives every module `UnitOfWork`, `DomainEvents` and `Notifications`. The database is opened before Nest starts and closed after it. */
@Global()
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module is a class
export class DatabaseModule {
  static with(database: Database): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: Database, useValue: database }, UnitOfWork, DomainEvents, Notifications],
      exports: [Database, UnitOfWork, DomainEvents, Notifications],
    };
  }
}
