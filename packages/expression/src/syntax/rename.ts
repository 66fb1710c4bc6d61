import { parseCode, parseScript } from './parse.js';
import { type Parsed, type Reference, referencesIn } from './references.js';
import { isShadowed, shadowedNames } from './shadowed-names.js';
import { SyntaxFault } from './syntax-fault.js';
import { isExpression, parseTemplate } from './template.js';

/** Names of nodes that are new, by the old ones. All change at once: two may change places. */
export type NewNames = ReadonlyMap<string, string>;

const LOOKED_UP_BY = new Set(['$', '$items', '$node']);
/** With more of them, looking for each takes longer than parsing. */
const FEW_NAMES = 20;
/** What can stand behind a dot. */
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** The same parameter with new names of nodes, where they are written out; text and everything else stay. */
export function renameNodesInExpression(text: string, names: NewNames): string {
  if (!isExpression(text) || !mayName(text, names)) return text;
  let out = '';
  let done = 0;
  for (const part of parseTemplate(text)) {
    if (part.kind === 'text') continue;
    const changes = changesIn(part.code, names, parseCode);
    if (changes.length === 0) continue;
    const placeOf = placesInText(text, part.start, part.code.length);
    for (const { start, end, text: written } of changes) {
      // Two braces would end the code, in a literal too.
      out += text.slice(done, placeOf(start)) + written.replaceAll('}}', '}\\u007d');
      done = placeOf(end);
    }
  }
  return out + text.slice(done);
}

/** The same for a whole script, as the Code node holds it. One that does not parse stays as it is. */
export function renameNodesInCode(code: string, names: NewNames): string {
  if (!mayName(code, names)) return code;
  let out = '';
  let done = 0;
  for (const { start, end, text } of changesIn(code, names, (script) => ({ root: parseScript(script), shift: 0 }))) {
    out += code.slice(done, start) + text;
    done = end;
  }
  return out + code.slice(done);
}

/** Most texts name no node; to parse them would cost far more than to look. Names may be written with escapes. */
function mayName(text: string, names: NewNames): boolean {
  if (!text.includes('$')) return false;
  if (text.includes('\\') || names.size > FEW_NAMES) return true;
  for (const name of names.keys()) if (text.includes(name)) return true;
  return false;
}

interface Change {
  start: number;
  end: number;
  text: string;
}

function changesIn(code: string, names: NewNames, parse: (code: string) => Parsed): Change[] {
  try {
    const parsed = parse(code);
    const { references } = referencesIn(code, parsed);
    const concerned = references.filter(({ name }) => names.has(name));
    if (concerned.length === 0) return [];
    const shadowed = shadowedNames(parsed.root, LOOKED_UP_BY);
    return concerned
      .filter(({ by, at }) => !isShadowed(shadowed, by, at + parsed.shift))
      .map((reference) => changeOf(reference, names.get(reference.name) as string));
  } catch (fault) {
    if (fault instanceof SyntaxFault) return [];
    throw fault;
  }
}

function changeOf({ start, end, as }: Reference, name: string): Change {
  if (as !== '.' && as !== '?.') return { start, end, text: quoted(name, as) };
  if (IDENTIFIER.test(name)) return { start, end, text: as + name };
  return { start, end, text: `${as === '?.' ? as : ''}[${quoted(name, '"')}]` };
}

function quoted(name: string, mark: '"' | "'" | '`'): string {
  const escaped = name
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll(mark, `\\${mark}`);
  return mark + (mark === '`' ? escaped.replaceAll('${', '\\${') : escaped) + mark;
}

/** Where a place in the code of a part stands in the whole text, in which `\}}` is written for `}}`. */
function placesInText(text: string, start: number, length: number): (place: number) => number {
  if (!text.includes('\\}}', start)) return (place) => start + place;
  const places: number[] = [];
  for (let at = start; places.length <= length; at++) {
    if (text.startsWith('\\}}', at)) at++;
    places.push(at);
    // Both braces belong to the one escape.
    if (text.startsWith('}}', at) && text[at - 1] === '\\') places.push(++at);
  }
  return (place) => places[place] as number;
}
