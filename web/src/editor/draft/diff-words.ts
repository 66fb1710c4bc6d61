import type { Parameter } from '../../forms/declaration.ts';
import type { Texts } from '../../texts/texts.ts';
import type { FieldChange } from '../document/diff.ts';

/** Parameters of a node type, where they are known. */
type Declared = Readonly<Record<string, Parameter>> | undefined;
type Words = Pick<Texts, 'canvas' | 'words'>;

/** One changed field as a person reads it. */
export interface ChangeInWords {
  path: string;
  label: string;
  before?: string;
  after?: string;
}

/** Characters of a value that are shown. */
const SHOWN = 160;
/** Members of a value that are said one by one. */
const MOST_MEMBERS = 6;
/** What the document keeps for itself: where a node stands, and what tells things apart. */
const OWN = /^position$|(^|\.)(id|webhookId)$/;

/** Whether a field is nobody's business but the document's. */
export const isNoise = ({ path }: Pick<FieldChange, 'path'>): boolean => OWN.test(path);

/** The fields that say something, each under the name that the form has for it. */
export function inWords(fields: readonly FieldChange[], parameters: Declared, words: Words): ChangeInWords[] {
  return fields
    .filter((field) => !isNoise(field))
    .map(({ path, before, after }) => ({
      path,
      label: labelOf(path.split('.'), parameters, words),
      ...(before === undefined ? {} : { before: valueInWords(before, words) }),
      ...(after === undefined ? {} : { after: valueInWords(after, words) }),
    }));
}

/** `parameters.fields.0.value` as "Fields › 1 › Value". */
function labelOf(path: readonly string[], parameters: Declared, { canvas }: Words): string {
  const known: Record<string, string | undefined> = canvas.diffFields;
  const [first = '', ...rest] = path;
  if (first !== 'parameters') {
    const whole = known[path.join('.')] ?? known[first];
    return whole ?? path.map(spelled).join(' › ');
  }
  let at: Declared = parameters;
  const labels = rest.map((name) => {
    // Places are counted from one, as people do.
    if (/^\d+$/.test(name)) return String(Number(name) + 1);
    const parameter = at && Object.hasOwn(at, name) ? at[name] : undefined;
    if (parameter) at = parameter.fields;
    return parameter?.label ?? spelled(name);
  });
  return labels.join(' › ') || (known.parameters ?? first);
}

/** `onError` as "On error". */
function spelled(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value without brackets and quotes: members by name, lists one after the other, expressions as they are typed. */
export function valueInWords(value: unknown, words: Words): string {
  const text = said(value, words, 0);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function said(value: unknown, texts: Words, depth: number): string {
  const { canvas, words } = texts;
  if (value === null || value === '') return canvas.diffNothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value !== 'object') return String(value);
  const entries = Array.isArray(value)
    ? value.map((each) => said(each, texts, depth + 1))
    : Object.entries(value)
        .filter(([name]) => !isNoise({ path: name }))
        .map(([name, each]) => `${spelled(name)}: ${said(each, texts, depth + 1)}`);
  if (entries.length === 0) return canvas.diffNothing;
  const shown = entries.slice(0, MOST_MEMBERS);
  const text = [...shown, ...(entries.length > shown.length ? ['…'] : [])].join(depth === 0 ? '; ' : ', ');
  return depth > 1 ? `(${text})` : text;
}
