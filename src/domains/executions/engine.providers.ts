import { getHeapStatistics } from 'node:v8';
import type { Provider } from '@nestjs/common';
import { type Clock, Executor } from '@orchestrator/engine';
import { BlobFiles, NodeHost, NodeRegistry, systemClock } from '@orchestrator/runtime';
import { Config } from '../../config/config.js';
import { Egress } from '../../infrastructure/egress/egress.module.js';
import { FairGate } from '../../infrastructure/fairness/fair-gate.js';
import { MainThread } from '../../infrastructure/fairness/main-thread.js';
import { TenantCode } from '../../infrastructure/sandbox/sandbox.module.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { SignedHttp } from '../nodes/signed-http.service.js';
import { ExecutionJournal } from './journal/execution-journal.js';
import { RunMemory } from './limits/run-memory.js';
import { ResumeAddresses } from './runs/resume-addresses.service.js';
import { SubWorkflows } from './runs/sub-workflows.js';
import { WorkflowState } from './workflow-state.service.js';

/** Calls of one tenant that may wait for their turn in this process; what comes after is told to come back later. */
const MAX_WAITING = 1_000;

/** Part of the heap that the items of runs may take up by estimate; what they really take is up to twice that. */
const RUNS_PART = 1 / 3;
/** Part of the heap for the items of calls that wait for their turn. */
const CALLS_PART = 1 / 8;

const clockOf = (turns: MainThread): Clock => ({ ...systemClock, yield: (tenantId) => turns.next(tenantId) });

/** The engine's parts, joined: each port gets the server's adapter. */
export const ENGINE_PROVIDERS: Provider[] = [
  {
    provide: NodeHost,
    inject: [
      NodeRegistry,
      TenantCode,
      Egress,
      SignedHttp,
      BlobFiles,
      CredentialsService,
      WorkflowState,
      ResumeAddresses,
      MainThread,
      Config,
    ],
    useFactory: (
      registry: NodeRegistry,
      code: TenantCode,
      http: Egress,
      { sign }: SignedHttp,
      blobs: BlobFiles,
      credentials: CredentialsService,
      state: WorkflowState,
      resume: ResumeAddresses,
      turns: MainThread,
      config: Config,
    ) => {
      const env = Object.fromEntries(config.EXPRESSION_ENV.map((name) => [name, process.env[name] ?? '']));
      return new NodeHost({
        registry,
        expressions: code.expressions,
        code,
        http,
        sign,
        blobs,
        credentials,
        state,
        globals: { env, vars: () => ({}), resumeToken: (run, callWait) => resume.token(run, callWait) },
        clock: clockOf(turns),
      });
    },
  },
  {
    provide: Executor,
    inject: [NodeHost, ExecutionJournal, SubWorkflows, MainThread],
    useFactory: (runner: NodeHost, journal: ExecutionJournal, children: SubWorkflows, turns: MainThread) =>
      new Executor({ runner, clock: clockOf(turns), journal, children }),
  },
  {
    provide: RunMemory,
    useFactory: () => {
      const heap = getHeapStatistics().heap_size_limit;
      return new RunMemory({ runs: heap * RUNS_PART, calls: heap * CALLS_PART });
    },
  },
  {
    provide: FairGate,
    inject: [Config],
    useFactory: (config: Config) =>
      new FairGate({ total: config.RUN_CONCURRENCY, perTenant: config.TENANT_CONCURRENCY, maxWaiting: MAX_WAITING }),
  },
];
