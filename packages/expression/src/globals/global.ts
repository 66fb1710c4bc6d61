import type { Run } from '../compile/run.js';

/** A name that expressions can use, worked out when it is read. */
export type Global = (run: Run) => unknown;
