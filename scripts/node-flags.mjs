// How Node runs the server: one list, for `npm start`, the benchmark, the checks and containers.

/** Megabytes of V8's old space. Runs have a budget of their own far below it; this is the last wall. */
const HEAP_MB = 1536;
/**
 * Megabytes of each half of V8's young generation. Half of it costs a fifth of the throughput; more of it is held for good:
 * 32 brings the server to the 350 MB that it may hold.
 */
const SEMI_SPACE_MB = 24;

export const NODE_FLAGS = [
  '--enable-source-maps',
  `--max-old-space-size=${HEAP_MB}`,
  `--max-semi-space-size=${SEMI_SPACE_MB}`,
  // V8 would learn to allocate the state of runs among old objects right away. Dead, it stays there until the next full
  // collection and keeps alive whatever it points to: every collection of young objects then moved a megabyte and more.
  '--no-allocation-site-pretenuring',
];
