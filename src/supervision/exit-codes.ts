/** What the end of the server's process says to whoever started it (numbers as in sysexits.h). */
export const EXIT = {
  /** It was asked to stop, and did. */
  stopped: 0,
  /** It did not stop in time, or was told twice: what was at work goes on with the next start. */
  cutOff: 1,
  /** It could not start, for a reason that may pass: a database that does not answer, a port that is taken. */
  notStarted: 69,
  /** A fault that nobody had foreseen, after which nothing in the process can be relied on. */
  crashed: 70,
  /** Its settings are wrong: another start comes to the same. */
  settings: 78,
} as const;
