/** Levels that are written piece by piece: the lists of a document, and their members; pinned items are one deeper. */
const LEVELS = 3;

/**
 * The text that `JSON.stringify` gives of a value, made in steps: a document may be 16 MB long, and laying that out keeps
 * the process from all else for long.
 * @param indent blanks a level; 0 for one line
 */
export function* jsonSteps(value: unknown, indent: 0 | 2): Generator<void, string> {
  const parts: string[] = [];
  yield* write(value, indent, '\n', 0, parts);
  return parts.join('');
}

function* write(value: unknown, indent: number, line: string, level: number, parts: string[]): Generator<void, void> {
  if (level === LEVELS || typeof value !== 'object' || value === null || isEmpty(value)) {
    const text = JSON.stringify(value, null, indent) ?? 'null';
    // A text in JSON has no line breaks of its own.
    parts.push(indent === 0 ? text : text.replaceAll('\n', line));
    yield;
    return;
  }
  const inner = `${line}${' '.repeat(indent)}`;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  let before = open as string;
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined && !Array.isArray(value)) continue;
    parts.push(before);
    if (indent > 0) parts.push(inner);
    if (!Array.isArray(value)) parts.push(JSON.stringify(key), indent > 0 ? ': ' : ':');
    yield* write(member, indent, inner, level + 1, parts);
    before = ',';
  }
  if (indent > 0) parts.push(line);
  parts.push(close as string);
}

function isEmpty(value: object): boolean {
  for (const member of Object.values(value)) if (member !== undefined || Array.isArray(value)) return false;
  return true;
}
