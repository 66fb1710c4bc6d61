/** What one evaluation may spend in this process. Past it, the evaluation ends with an error; nothing else suffers. */
export interface Limits {
  /** Function calls and loop rounds. */
  steps: number;
  /** Bytes that results of operations may take in all. */
  bytes: number;
  /**
   * Milliseconds of wall time, looked at every {@link STEPS_BETWEEN_CLOCK_READS} steps, and before each native call that
   * may take long: what would not end in time does not begin.
   */
  milliseconds: number;
}

/** A million rounds take some 50 ms here: room for lists of 100,000 items, and no more than a blink for a loop. */
export const DEFAULT_LIMITS: Limits = { steps: 1_000_000, bytes: 64 * 1024 * 1024, milliseconds: 200 };
/** Reading the clock costs as much as several steps; a thousand steps take well under a millisecond. */
export const STEPS_BETWEEN_CLOCK_READS = 1024;
/** The same for work that is announced by its time. */
export const NANOSECONDS_BETWEEN_CLOCK_READS = 500_000;
/** Calls within calls. V8's stack holds several thousand of our frames; recursion on data is rarely deeper than 50. */
export const MAX_CALL_DEPTH = 250;
/** Nesting of an expression's syntax; people's deepest are below 40. Keeps compiling and running off the stack's end. */
export const MAX_SYNTAX_DEPTH = 200;
/** Characters of one parameter that holds expressions. Long prompts and HTML bodies reach 100,000. */
export const MAX_TEMPLATE_LENGTH = 1_000_000;
/**
 * Characters of the code of one `{{ }}`; published ones stay below 10,000. Parsing can't be interrupted, and costs up to
 * 1 ms for 1,000 characters.
 */
export const MAX_CODE_LENGTH = 50_000;
/** Characters of all code of one parameter, for the same reason: it is compiled in one go. Published ones stay below 20,000. */
export const MAX_TEMPLATE_CODE = 100_000;
/** Characters that a part of a text counts beside its own: what it takes to begin with each. */
export const CODE_OF_PART = 20;
/** Characters of a Code node's script that is searched for the names of nodes; what is longer may mean any of them. */
export const MAX_SCRIPT_LENGTH = 200_000;
/** Compiled templates kept: more than the parameters of a few hundred workflows. */
export const COMPILED_TEMPLATES_KEPT = 4_096;
/** About how many bytes all compiled templates may take, so that a few huge ones can't fill memory. */
export const COMPILED_BYTES_KEPT = 32_000_000;
/** Compiled regular expressions kept; the automaton of a hostile one may grow to 8 MB. */
export const PATTERNS_KEPT = 64;
/** Characters of a regular expression that is compiled here. */
export const MAX_PATTERN_LENGTH = 2_000;
/** Nesting of a value that is made into text or JSON. */
export const MAX_VALUE_DEPTH = 500;
/** Rounds of lineage that are followed back; a workflow has at most 10,000 nodes. */
export const MAX_LINEAGE_HOPS = 10_000;
/** Places that may wait to be followed back: an item that was made of more has no one item that it came from. */
export const MAX_LINEAGE_PLACES = 20_000;
