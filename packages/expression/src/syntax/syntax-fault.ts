import { ExpressionFault } from '../fault.js';

/** The code of the fault of a text that costs too much to be read at all. */
export const TOO_LARGE = 'expression.too-large';

/** A fault of syntax, with its place in the code (0-based). */
export class SyntaxFault extends ExpressionFault {
  constructor(
    message: string,
    readonly position?: number,
    code = 'expression.syntax',
  ) {
    super(message, code);
  }
}
