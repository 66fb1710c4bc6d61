import { type Options, Parser, type Program } from 'acorn';
import { SyntaxFault, TOO_LARGE } from './syntax-fault.js';

/**
 * Names that one piece of code may declare. The parser looks through the names of a scope for each new one, so that
 * 20,000 of them would cost a second; the Code nodes that people write declare a few dozen.
 */
const MAX_DECLARED_NAMES = 2_000;
/**
 * Classes of characters by name (`\p{...}`) in the regular expressions of one piece of code. Making the set of one costs
 * up to 5 ms (`\p{RGI_Emoji}`), wherever it stands.
 */
const MAX_NAMED_CLASSES = 20;

/** What the parser of acorn does as it goes on, and does not tell of in its types. */
interface Steps {
  declareName(name: string, kind: number, position: number): void;
  validateRegExpPattern(state: { source: string }): void;
}

const OpenParser = Parser as unknown as new (options: Options, code: string) => Parser & Steps;

/** The parser with a bound on whatever costs more than its length in text. */
class BoundedParser extends OpenParser {
  private declared = 0;
  private classes = 0;

  override declareName(name: string, kind: number, position: number): void {
    if (++this.declared > MAX_DECLARED_NAMES) {
      throw new SyntaxFault(`It declares more than ${MAX_DECLARED_NAMES} names.`, undefined, TOO_LARGE);
    }
    super.declareName(name, kind, position);
  }

  /** The pattern is compiled after this, which is where the time goes. */
  override validateRegExpPattern(state: { source: string }): void {
    this.classes += state.source.match(/\\p\{/gi)?.length ?? 0;
    if (this.classes > MAX_NAMED_CLASSES) {
      const message = `Its regular expressions name more than ${MAX_NAMED_CLASSES} classes of characters by \\p{...}.`;
      throw new SyntaxFault(message, undefined, TOO_LARGE);
    }
    super.validateRegExpPattern(state);
  }
}

/** Parses a program in time that grows with its length alone. @throws SyntaxError as acorn does, SyntaxFault when it is too costly */
export function parseProgram(code: string, options: Options): Program {
  return new BoundedParser(options, code).parse();
}
