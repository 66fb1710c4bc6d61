import { type Expression, type Program, tokTypes } from 'acorn';
import { MAX_CODE_LENGTH, MAX_SCRIPT_LENGTH } from '../limits.js';
import { parseProgram } from './bounded-parser.js';
import { SyntaxFault, TOO_LARGE } from './syntax-fault.js';

const VERSION = 2024;

export interface ParsedCode {
  root: Expression;
  /** Characters that were put in front for parsing: subtract it from places in the tree to get places in the code. */
  shift: number;
}

/**
 * Parses the code of one `{{ }}`. Several expressions parted by `;` are allowed, as in n8n; the first one counts.
 * @throws SyntaxFault when it doesn't parse, is blank, or holds statements
 */
export function parseCode(code: string): ParsedCode {
  boundLength(code, MAX_CODE_LENGTH);
  if (code.trim() === '') throw new SyntaxFault('The expression between {{ and }} is empty.', 0);
  try {
    return parseOne(code) ?? parseFirst(code);
  } catch (fault) {
    throw asSyntaxFault(fault);
  }
}

/** Parses the code as one expression, `{ a: 1 }` being an object; `undefined` when it is not one. */
function parseOne(code: string): ParsedCode | undefined {
  let depth = 0;
  let closedEarly = false;
  try {
    const program = parseProgram(`(${code}\n)`, {
      ecmaVersion: VERSION,
      onToken({ type, end }) {
        if (type === tokTypes.parenL) depth++;
        else if (type === tokTypes.parenR && --depth === 0 && end < code.length + 3) closedEarly = true;
      },
    });
    const [only] = program.body;
    return !closedEarly && program.body.length === 1 && only?.type === 'ExpressionStatement'
      ? { root: only.expression, shift: 1 }
      : undefined;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

function parseFirst(code: string): ParsedCode {
  const { body } = parseProgram(code, { ecmaVersion: VERSION });
  const [first] = body;
  const statement = body.find((each) => each.type !== 'ExpressionStatement' && each.type !== 'EmptyStatement');
  if (statement || first?.type !== 'ExpressionStatement')
    throw new SyntaxFault("An expression gives one value; it can't hold statements.", statement?.start ?? 0);
  return { root: first.expression, shift: 0 };
}

/**
 * Parses a whole script, as the Code node holds it: `return` and `await` may stand outside of functions.
 * @throws SyntaxFault when it doesn't parse; with the code {@link TOO_LARGE} when it is too costly to find out
 */
export function parseScript(code: string): Program {
  boundLength(code, MAX_SCRIPT_LENGTH);
  try {
    return parseProgram(code, {
      ecmaVersion: VERSION,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
    });
  } catch (fault) {
    throw asSyntaxFault(fault);
  }
}

function boundLength(code: string, most: number): void {
  if (code.length > most) throw new SyntaxFault(`The expression is longer than ${most} characters.`, 0, TOO_LARGE);
}

function asSyntaxFault(fault: unknown): unknown {
  if (fault instanceof SyntaxFault) return fault;
  // acorn tells a full stack as a fault of syntax.
  if (fault instanceof RangeError || (fault instanceof SyntaxError && /stack space/.test(fault.message)))
    return new SyntaxFault('The expression is nested too deeply.', 0, 'expression.too-deep');
  if (!(fault instanceof SyntaxError)) return fault;
  const at = (fault as SyntaxError & { pos?: number }).pos;
  return new SyntaxFault(`The expression can't be read: ${fault.message.replace(/\s*\(\d+:\d+\)$/, '')}.`, at);
}
