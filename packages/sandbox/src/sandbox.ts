import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Evaluation, EvaluationScope, ExpressionFallback, ScopeSnapshot } from '@orchestrator/expression';
import { jsonMilliseconds, parsingMilliseconds, snapshotScope } from '@orchestrator/expression';
import type { RegexRunner } from '@orchestrator/node-sdk';
import { answerInTurns } from './answer-in-turns.js';
import { readCodeResult, readEvaluation } from './answers.js';
import { FrameKind } from './frames-kind.js';
import type { CodeJob, CodeJobResult, CodePayload, EvaluatePayload } from './jobs.js';
import { jsonInTurns } from './json-in-turns.js';
import { DEFAULT_LIMITS, MAX_RECEIVING_MS, MAX_SENDING_MS, type SandboxLimits } from './limits.js';
import { namesWebGlobals } from './names-web.js';
import { Pool } from './pool/pool.js';
import { findWorkerFiles } from './pool/worker-files.js';
import { TenantRegex } from './regex/tenant-regex.js';
import { SandboxFault } from './sandbox-fault.js';
import { syntaxErrorLine } from './syntax-line.js';

/** The sandbox as one tenant's runs see it. */
export interface TenantSandbox extends ExpressionFallback {
  runCode(job: Omit<CodeJob, 'tenantId'>): Promise<CodeJobResult>;
  readonly regex: RegexRunner;
}

/** Tenant that work counts for which names none: the command line, where there is only one. */
const NO_TENANT = '';

/** Runs tenants' code in separate processes, shared out fairly. See the package's README for what it promises. */
export class Sandbox implements ExpressionFallback {
  private constructor(
    private readonly pool: Pool,
    private readonly limits: SandboxLimits,
  ) {}

  /** Makes a sandbox; processes start with the first job that needs one. */
  static start(limits: Partial<SandboxLimits> = {}): Sandbox {
    const all = { ...DEFAULT_LIMITS, ...limits };
    return new Sandbox(new Pool(findWorkerFiles, all), all);
  }

  /** Starts one process ahead of the first job. */
  warm(): Promise<void> {
    return this.pool.warm();
  }

  /** Ids of the running processes, for measuring. */
  get pids(): number[] {
    return this.pool.pids;
  }

  /** A view whose work counts for one tenant. Cheap: make one for every run. */
  forTenant(tenantId: string): TenantSandbox {
    return {
      evaluate: (text, scope) => this.evaluateFor(tenantId, text, scope),
      runCode: (job) => this.runCode({ ...job, tenantId }),
      regex: this.regex(tenantId),
    };
  }

  /** Evaluates for no tenant in particular. Never rejects. */
  evaluate(text: string, scope: EvaluationScope): Promise<Evaluation> {
    return this.evaluateFor(NO_TENANT, text, scope);
  }

  /**
   * Runs a script. What the script throws stands in `values`.
   * @throws SandboxFault when it came to no result: time, memory, size, or a queue that is full
   */
  async runCode(job: CodeJob): Promise<CodeJobResult> {
    const payload: CodePayload = {
      code: job.code,
      mode: job.mode,
      dialect: job.dialect ?? 'code',
      itemIndexes: job.itemIndexes,
      snapshot: isSnapshot(job.scope) ? job.scope : snapshotScope(job.code, job.scope),
      staticData: job.staticData,
      maxChars: this.limits.maxResultChars,
    };
    const milliseconds = job.timeoutMs ?? this.limits.codeTimeoutMs;
    const text = await this.pool.run(job.tenantId, {
      kind: namesWebGlobals(job.code) ? FrameKind.webCode : FrameKind.code,
      milliseconds,
      text: await jsonInTurns(payload),
      signal: job.signal,
    });
    return withLines(readCodeResult(await answerInTurns(text)), job.code);
  }

  /** Regular expressions of a tenant: a linear engine here where it can express them, an isolate otherwise. */
  regex(tenantId: string): RegexRunner {
    return new TenantRegex(
      (payload) =>
        this.pool.run(tenantId, {
          kind: FrameKind.regex,
          milliseconds: this.limits.regexTimeoutMs,
          text: JSON.stringify(payload),
        }),
      this.limits.maxResultChars,
    );
  }

  /** Ends all processes; jobs that are running or waiting fail. */
  close(): Promise<void> {
    return this.pool.close();
  }

  private async evaluateFor(tenantId: string, text: string, scope: EvaluationScope): Promise<Evaluation> {
    try {
      // What led here may have taken all the time of a turn; writing what is sent is work of its own.
      await nextTurn();
      const snapshot = snapshotScope(text, scope);
      // The text is made here, where others wait: what takes long to send is not sent.
      if (jsonMilliseconds(snapshot, MAX_SENDING_MS) > MAX_SENDING_MS) return TOO_MUCH_IN;
      const payload: EvaluatePayload = { text, snapshot, maxChars: this.limits.maxResultChars };
      const milliseconds = this.limits.expressionTimeoutMs;
      const job = { kind: FrameKind.evaluate, milliseconds, text: JSON.stringify(payload) };
      const answer = await this.pool.run(tenantId, job);
      return parsingMilliseconds(answer) > MAX_RECEIVING_MS ? TOO_MUCH_OUT : readEvaluation(answer);
    } catch (error) {
      if (error instanceof SandboxFault) {
        return { kind: 'error', message: error.message.replace(/^The code/, 'The expression'), code: error.code };
      }
      return { kind: 'error', message: 'The expression could not be evaluated.', code: 'sandbox.crashed' };
    }
  }
}

const tooMuch = (what: string): Evaluation => ({
  kind: 'error',
  code: 'expression.too-much-data',
  message: `This expression runs apart from the server, and ${what} is too large for that. Use a Code node for work of that size.`,
});
const TOO_MUCH_IN = tooMuch('the data that it reads');
const TOO_MUCH_OUT = tooMuch('what it gives');

/** Adds the line to a fault without one, which is one of syntax when the script does not parse. */
function withLines(result: CodeJobResult, code: string): CodeJobResult {
  if (!result.values.some((each) => 'error' in each && each.error.line === undefined)) return result;
  const line = syntaxErrorLine(code);
  if (line === undefined) return result;
  const values = result.values.map((each) => ('error' in each ? { error: { line, ...each.error } } : each));
  return { ...result, values };
}

function isSnapshot(scope: EvaluationScope | ScopeSnapshot): scope is ScopeSnapshot {
  return !('runsOf' in scope);
}
