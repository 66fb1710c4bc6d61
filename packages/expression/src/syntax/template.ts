/** One part of a parameter that holds expressions. */
export type TemplatePart = { kind: 'text'; text: string } | { kind: 'code'; code: string; start: number };

/** Whether a parameter's value is an expression: a string that begins with `=`. */
export function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.charCodeAt(0) === 61;
}

/**
 * Splits a parameter (with its leading `=`) into text and the code between `{{` and `}}`. The first `}}` ends a part,
 * wherever it stands; `\{{` opens none and stays as it is; code that is never closed reaches to the end, and is left
 * out when it is blank. `start` is the place of the code in the whole parameter.
 */
export function parseTemplate(parameter: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = '';
  let at = 1;
  while (at < parameter.length) {
    const open = parameter.indexOf('{{', at);
    if (open < 0) break;
    if (parameter[open - 1] === '\\') {
      text += parameter.slice(at, open + 2);
      at = open + 2;
      continue;
    }
    text += parameter.slice(at, open);
    let close = parameter.indexOf('}}', open + 2);
    while (close > 0 && parameter[close - 1] === '\\') close = parameter.indexOf('}}', close + 2);
    const code = parameter.slice(open + 2, close < 0 ? undefined : close).replaceAll('\\}}', '}}');
    at = close < 0 ? parameter.length : close + 2;
    if (close < 0 && code.trim() === '') break;
    if (text) parts.push({ kind: 'text', text });
    text = '';
    parts.push({ kind: 'code', code, start: open + 2 });
  }
  text += parameter.slice(at);
  if (text) parts.push({ kind: 'text', text });
  return parts;
}
