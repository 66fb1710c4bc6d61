import type { RegexRunner } from '@orchestrator/node-sdk';
import type { JsonValue } from '@orchestrator/workflow';
import { readJson } from '../answers.js';
import type { RegexPayload } from '../jobs.js';
import { SandboxFault } from '../sandbox-fault.js';
import { linearTest } from './linear.js';

type Match = { index: number; groups: (string | null)[]; named?: Record<string, string> };

/**
 * `RegexRunner` for one tenant. Throws `SyntaxError` for a pattern that is none, and `SandboxFault` when a match takes
 * too long.
 */
export class TenantRegex implements RegexRunner {
  constructor(
    private readonly send: (payload: RegexPayload) => Promise<string>,
    private readonly maxChars: number,
  ) {}

  async test(pattern: string, flags: string, text: string): Promise<boolean> {
    const found = linearTest(pattern, flags, text);
    if (found !== undefined) return found;
    return (await this.ask({ operation: 'test', pattern, flags, text })) === true;
  }

  async matches(pattern: string, flags: string, text: string, limit?: number): Promise<Match[]> {
    return (await this.ask({ operation: 'matches', pattern, flags, text, limit })) as unknown as Match[];
  }

  async replace(pattern: string, flags: string, text: string, replacement: string): Promise<string> {
    return (await this.ask({ operation: 'replace', pattern, flags, text, replacement })) as string;
  }

  async split(pattern: string, flags: string, text: string): Promise<string[]> {
    return (await this.ask({ operation: 'split', pattern, flags, text })) as string[];
  }

  private async ask(payload: Omit<RegexPayload, 'maxChars'>): Promise<JsonValue | undefined> {
    const answer = readJson(await this.send({ ...payload, maxChars: this.maxChars }));
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
      throw new SandboxFault('sandbox.crashed', 'The regular expression gave no answer.');
    }
    if (typeof answer.error === 'string') throw new SyntaxError(answer.error);
    return answer.value;
  }
}
