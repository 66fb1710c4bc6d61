/** A file that can't be imported at all; the message says why and what to do. Single nodes never cause it. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
  /** A stable name, such as `import.notAWorkflow`. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
