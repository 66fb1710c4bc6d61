import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditQueries } from './audit.queries.js';
import { AuditService } from './audit.service.js';
import { AuditExports } from './audit-exports.service.js';

/** Every domain records what it changes, so `AuditService` is there for all. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditExports, AuditQueries, AuditService],
  exports: [AuditExports, AuditService],
})
export class AuditModule {}
