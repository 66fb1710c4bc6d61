import type { ExpressionRules, InspectedCode } from '@orchestrator/workflow';
import { refuseNames } from './check.js';
import { parseCode } from './parse.js';
import { referencesIn } from './references.js';
import { SyntaxFault } from './syntax-fault.js';
import { parseTemplate } from './template.js';

/** Characters of code whose findings are kept, by default: those of the last hundred large workflows. */
const KEPT_CHARACTERS = 4_000_000;
/** What an entry takes up besides its code, counted in characters. */
const ENTRY_CHARACTERS = 200;

/**
 * What the validation of workflows asks of the language. Findings are kept by the code, so that a document which is
 * saved again and again costs what is new in it; they depend on nothing else, and may serve every tenant.
 * @param keptCharacters the bound of what is kept; the code that was asked for first goes first
 */
export function expressionRules(keptCharacters = KEPT_CHARACTERS): ExpressionRules {
  const kept = new Map<string, InspectedCode>();
  let size = 0;
  return {
    codes: (text) =>
      parseTemplate(text).flatMap((part) => (part.kind === 'code' ? [{ code: part.code, start: part.start }] : [])),
    inspect(code) {
      const known = kept.get(code);
      if (known) return known;
      const found = inspect(code);
      kept.set(copyOf(code), found);
      size += code.length + ENTRY_CHARACTERS;
      for (const oldest of kept.keys()) {
        if (size <= keptCharacters) break;
        kept.delete(oldest);
        size -= oldest.length + ENTRY_CHARACTERS;
      }
      return found;
    },
  };
}

function inspect(code: string): InspectedCode {
  try {
    const parsed = parseCode(code);
    refuseNames(parsed);
    const places = new Map<string, [number, number]>();
    for (const { name, start, end } of referencesIn(code, parsed).references) {
      if (!places.has(name)) places.set(name, [start, end]);
    }
    return { nodes: [...places.keys()], places, ...(code.includes('isExecuted') ? { asksWhatRan: true } : {}) };
  } catch (fault) {
    if (fault instanceof SyntaxFault) {
      const { message, position } = fault;
      return { problem: message, nodes: [], ...(position === undefined ? {} : { problemAt: position }) };
    }
    throw fault;
  }
}

/** A piece of a text keeps the whole text in memory, which may be a hundred thousand times as long. */
function copyOf(piece: string): string {
  return ` ${piece}`.slice(1);
}
