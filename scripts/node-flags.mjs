// How Node runs the server: one list, for `npm start`, the benchmark, the checks and containers.

/** Megabytes of V8's old space. Runs have a budget of their own far below it; this is the last wall. */
const HEAP_MB = 1536;
/**
 * Megabytes of each half of V8's young generation. Node's default is several times that, and never given back: 130 MB
 * more held for a few percent of throughput.
 */
const SEMI_SPACE_MB = 16;

export const NODE_FLAGS = [
  '--enable-source-maps',
  `--max-old-space-size=${HEAP_MB}`,
  `--max-semi-space-size=${SEMI_SPACE_MB}`,
];
