import type { RegexRunner } from '@orchestrator/node-sdk';

/** What evaluating conditions needs of the world. */
export interface FilterContext {
  regex: RegexRunner;
  /** IANA zone of dates that name none. */
  timezone: string;
  itemIndex: number;
}
