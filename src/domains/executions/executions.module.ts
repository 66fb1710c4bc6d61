import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { NodeHost } from '@orchestrator/runtime';
import { Config, hasRole } from '../../config/config.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { NodesModule } from '../nodes/nodes.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { Dispatcher } from './dispatch/dispatcher.js';
import { EarlierRuns } from './earlier-runs.service.js';
import { ENGINE_PROVIDERS } from './engine.providers.js';
import { ExecutionDetails } from './execution-details.queries.js';
import { ExecutionReportsController } from './execution-reports.controller.js';
import { ExecutionReports } from './execution-reports.queries.js';
import { ExecutionsController } from './executions.controller.js';
import { ExecutionsQueries } from './executions.queries.js';
import { ExecutionsService } from './executions.service.js';
import { ExecutionEventsController } from './feed/execution-events.controller.js';
import { ExecutionFeed } from './feed/execution-feed.service.js';
import { ExecutionJournal } from './journal/execution-journal.js';
import { JournalWriter } from './journal/journal-writer.js';
import { LastCalls } from './last-calls.queries.js';
import { RunAdmission } from './limits/run-admission.js';
import { TenantUsage } from './limits/tenant-usage.js';
import { UsageController } from './limits/usage.controller.js';
import { RelatedExecutions } from './related-executions.queries.js';
import { RetentionJob } from './retention/retention-job.js';
import { RunAgain } from './run-again.service.js';
import { ServerSurroundings } from './run-surroundings.service.js';
import { RunVersions } from './run-versions.service.js';
import { ErrorWorkflows } from './runs/error-workflows.js';
import { FruitlessRuns } from './runs/fruitless-runs.js';
import { ParentWaker } from './runs/parent-waker.js';
import { ResumeAddresses } from './runs/resume-addresses.service.js';
import { Resumer } from './runs/resumer.js';
import { RunEvents } from './runs/run-events.js';
import { RunHost, RunSurroundings } from './runs/run-host.js';
import { RunPlans } from './runs/run-plans.service.js';
import { RunStarter } from './runs/run-starter.js';
import { SubWorkflows } from './runs/sub-workflows.js';
import { StandingRuns } from './standing-runs.service.js';
import { WorkflowState } from './workflow-state.service.js';

/** How long a server that stops waits for the steps that are running; what is not done then is taken up elsewhere. */
const STOP_MS = 10_000;

@Module({
  imports: [WorkflowsModule, CredentialsModule, NodesModule],
  controllers: [ExecutionReportsController, ExecutionsController, ExecutionEventsController, UsageController],
  providers: [
    ...ENGINE_PROVIDERS,
    { provide: RunSurroundings, useClass: ServerSurroundings },
    Dispatcher,
    EarlierRuns,
    ErrorWorkflows,
    ExecutionDetails,
    ExecutionFeed,
    FruitlessRuns,
    ExecutionJournal,
    ExecutionReports,
    ExecutionsQueries,
    ExecutionsService,
    JournalWriter,
    LastCalls,
    RelatedExecutions,
    RetentionJob,
    RunAdmission,
    RunAgain,
    TenantUsage,
    ParentWaker,
    ResumeAddresses,
    Resumer,
    RunEvents,
    RunHost,
    RunPlans,
    RunStarter,
    RunVersions,
    StandingRuns,
    SubWorkflows,
    WorkflowState,
  ],
  exports: [EarlierRuns, ExecutionsQueries, NodeHost, ResumeAddresses, Resumer, RunHost, RunStarter, TenantUsage],
})
export class ExecutionsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly config: Config,
    private readonly dispatcher: Dispatcher,
    private readonly host: RunHost,
    private readonly writer: JournalWriter,
    private readonly usage: TenantUsage,
    subWorkflows: SubWorkflows,
    starter: RunStarter,
  ) {
    subWorkflows.join(starter);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (hasRole(this.config, 'worker')) await this.dispatcher.start(!this.config.DATABASE_URL);
  }

  /** Takes nothing more on, lets running steps end, and writes what is left. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.dispatcher.stop();
    await this.host.stop(STOP_MS);
    this.dispatcher.stopRenewing();
    await this.writer.drained();
    await this.usage.write();
  }
}
