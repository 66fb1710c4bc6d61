import type { RegexRunner } from '@orchestrator/node-sdk';

/** What evaluating conditions needs of the world. */
export interface FilterContext {
  regex: RegexRunner;
  /** IANA zone of dates that name none. */
  timezone: string;
  itemIndex: number;
  /** The parameter that holds the filter, for errors. */
  parameter: string;
}
