import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, hasRole } from '../../config/config.js';
import { ExecutionsModule } from '../executions/executions.module.js';
import { NodesModule } from '../nodes/nodes.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { Scheduler } from './scheduler.js';
import { SchedulesController } from './schedules.controller.js';
import { SchedulesQueries } from './schedules.queries.js';
import { SchedulingService } from './scheduling.service.js';

@Module({
  imports: [NodesModule, WorkflowsModule, ExecutionsModule],
  controllers: [SchedulesController],
  providers: [Scheduler, SchedulesQueries, SchedulingService],
})
export class SchedulingModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly config: Config,
    private readonly scheduler: Scheduler,
  ) {}

  onApplicationBootstrap(): void {
    if (hasRole(this.config, 'scheduler')) this.scheduler.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.scheduler.stop();
  }
}
