import { Module } from '@nestjs/common';
import { CrashLog } from './crash-log.service.js';
import { SystemHealthController } from './system-health.controller.js';
import { SystemHealthService } from './system-health.service.js';

/** How the server is. */
@Module({ controllers: [SystemHealthController], providers: [SystemHealthService, CrashLog] })
export class MonitoringModule {}
