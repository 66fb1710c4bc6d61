/** Literal text, or one expression with its braces. */
export interface TemplatePart {
  kind: 'text' | 'expression';
  text: string;
}

/**
 * Cuts a template into text and expressions. An expression ends at the first `}}` that is neither in a string nor inside
 * braces of its own; one that is never closed is text.
 */
export function templateParts(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  while (from < template.length) {
    const start = template.indexOf('{{', from);
    const end = start < 0 ? -1 : endOfExpression(template, start + 2);
    if (end < 0) break;
    if (start > from) parts.push({ kind: 'text', text: template.slice(from, start) });
    parts.push({ kind: 'expression', text: template.slice(start, end) });
    from = end;
  }
  if (from < template.length) parts.push({ kind: 'text', text: template.slice(from) });
  return parts;
}

/** The index behind the `}}` that closes an expression, or -1. */
function endOfExpression(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "'" || char === '`') at = endOfString(text, at, char);
    else if (char === '{') depth++;
    else if (char === '}' && depth > 0) depth--;
    else if (char === '}' && text[at + 1] === '}') return at + 2;
  }
  return -1;
}

/** The index of the closing quote; of the opening one when it is never closed, for then it is no string. */
function endOfString(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return start;
}
