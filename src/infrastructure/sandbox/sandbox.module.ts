import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { createExpressionEngine, type ExpressionEngine } from '@orchestrator/expression';
import { Sandbox } from '@orchestrator/sandbox';

/** Tenants whose expression engines are kept; one that went is made anew. */
const MAX_ENGINES = 1_000;

/** Where tenants' code and expressions are worked out: the fast path here, everything else in other processes. */
@Injectable()
export class TenantCode implements OnApplicationShutdown {
  private readonly sandbox = Sandbox.start();
  private readonly engines = new Map<string, ExpressionEngine>();

  readonly runCode: Sandbox['runCode'] = (job) => this.sandbox.runCode(job);
  readonly regex: Sandbox['regex'] = (tenantId) => this.sandbox.regex(tenantId);

  /** The expressions of one tenant; what falls back counts against its share of the sandbox. */
  readonly expressions = (tenantId: string): ExpressionEngine => {
    let engine = this.engines.get(tenantId);
    if (!engine) {
      engine = createExpressionEngine({ fallback: this.sandbox.forTenant(tenantId) });
      this.engines.set(tenantId, engine);
      if (this.engines.size > MAX_ENGINES) this.engines.delete(this.engines.keys().next().value as string);
    }
    return engine;
  };

  /** How many processes run now. */
  get processes(): number {
    return this.sandbox.pids.length;
  }

  onApplicationShutdown(): Promise<void> {
    return this.sandbox.close();
  }
}

@Global()
@Module({ providers: [TenantCode], exports: [TenantCode] })
export class SandboxModule {}
