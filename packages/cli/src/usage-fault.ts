/** The command was called wrongly; the message says how. Ends with exit code 2. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}
