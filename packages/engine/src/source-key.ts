import type { Source } from './ports.js';

/** A source as a key: one output of one run of a node; of an input that got nothing, another. */
export const sourceKey = (source: Source | null | undefined): string =>
  JSON.stringify(source ? [source.node, source.output, source.run] : null);

/** The sources of all inputs of a step as a key: what a node runs on, and has run on. */
export const sourcesKey = (sources: readonly (Source | null)[]): string => sources.map(sourceKey).join(' ');
