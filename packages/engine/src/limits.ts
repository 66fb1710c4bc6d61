/** Bounds of a run. Each may be set lower or higher by whoever makes the executor. */
export interface RunLimits {
  /** Steps of one run. Ends endless loops drawn on the canvas. */
  maxSteps: number;
  /** Estimated bytes of items that one run may hold. */
  maxItemBytes: number;
  /** Milliseconds that one call of a node may take. */
  stepTimeoutMs: number;
  /** Waits up to this many milliseconds are slept through in the process; longer ones end the drive, holding no memory. */
  maxHeldWaitMs: number;
}

export const DEFAULT_LIMITS: RunLimits = {
  // A loop over 10,000 batches with ten nodes in its body still fits.
  maxSteps: 100_000,
  // For a process that runs one workflow at a time; a server that runs many sets it lower.
  maxItemBytes: 256 * 1024 * 1024,
  // Longer than any answer worth waiting for without suspending.
  stepTimeoutMs: 60 * 60 * 1000,
  // Below this, writing, dropping and reading back a run costs more than keeping it.
  maxHeldWaitMs: 5_000,
};

/** Longest list of steps in a chain of sub-workflows; ends workflows that call themselves. */
export const MAX_ANCESTORS = 50;
