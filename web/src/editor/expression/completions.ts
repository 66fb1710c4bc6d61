import type { JsonValue } from '@orchestrator/workflow';
import type { ExpressionContext } from '../../forms/form-context.ts';
import { GLOBALS, METHODS } from './methods.ts';
import { quoted, readPath, valueAt } from './paths.ts';

/** One thing that may follow what was typed. */
export interface Suggestion {
  label: string;
  /** What it is or holds, at the end of its line. */
  detail: string;
  doc?: string;
  /** What is put in; the label when left out. */
  insert?: string;
  kind: 'field' | 'method' | 'global' | 'node';
}

export interface Completion {
  /** Characters before the cursor that a suggestion replaces. */
  replace: number;
  suggestions: Suggestion[];
}

const SHOWN_LENGTH = 40;
const MOST_FIELDS = 200;

/** Whether a place in a text lies within `{{ }}`. */
export const isInside = (text: string, at: number): boolean => {
  const open = text.lastIndexOf('{{', at - 1);
  return open >= 0 && open + 2 <= at && text.lastIndexOf('}}', at - 1) < open;
};

/** The way to a value behind what holds an item: `.a[0]["b c"]`. */
const PATH = String.raw`((?:\??\.[A-Za-z_$][\w$]*|\[\d+\]|\["(?:[^"\\]|\\.)*"\])*)`;
const OF_NODE = new RegExp(
  String.raw`\$\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*\)\.(?:item|first\(\)|last\(\))\.json${PATH}\.([\w$]*)$`,
);

/** The other node whose item a text that ends at the cursor reaches into. */
export function nodeBefore(before: string): string | undefined {
  const [, single, double] = OF_NODE.exec(before) ?? [];
  return (single ?? double)?.replace(/\\(.)/g, '$1');
}

/**
 * What may follow a text that ends at the cursor, seen from within `{{ }}`.
 * @param sample an item of the node that `nodeBefore` named
 */
export function complete(before: string, context: ExpressionContext, sample?: JsonValue): Completion | undefined {
  const code = before.slice(before.lastIndexOf('{{') + 2);
  const name = /\$\(\s*(['"]?)([^'")]*)$/.exec(code);
  if (name) return nodeNames(name[2] ?? '', name[1] ?? '', context);
  const [, , , otherPath, otherTyped] = OF_NODE.exec(code) ?? [];
  if (otherTyped !== undefined) {
    const value = valueAt(sample, readPath(otherPath ?? '') ?? []);
    return { replace: otherTyped.length, suggestions: starting([...fieldsOf(value), ...methodsOf(value)], otherTyped) };
  }
  const member =
    /((?:\$json|\$input\.(?:item|first\(\)|last\(\))\.json)((?:\??\.[A-Za-z_$][\w$]*|\[\d+\]|\["(?:[^"\\]|\\.)*"\])*))\.([\w$]*)$/.exec(
      code,
    );
  if (member) {
    const [, , path = '', typed = ''] = member;
    const value = valueAt(itemOf(context), readPath(path) ?? []);
    return { replace: typed.length, suggestions: starting([...fieldsOf(value), ...methodsOf(value)], typed) };
  }
  const dotted = /(.)\.([\w$]*)$/s.exec(code);
  if (dotted && !/^\d$/.test(dotted[1] ?? '')) {
    const typed = dotted[2] ?? '';
    const kind = guess(code.slice(0, code.length - typed.length - 1));
    const methods = kind ? METHODS[kind] : [...METHODS.string, ...METHODS.array];
    return { replace: typed.length, suggestions: starting(methods.map(method), typed) };
  }
  const word = /(?:^|[^\w$.'"])([\w$]*)$/.exec(code);
  if (!word) return undefined;
  const typed = word[1] ?? '';
  const all: Suggestion[] = [
    ...(context.seen ?? []).map((label) => ({ label, detail: '', kind: 'global' as const })),
    ...GLOBALS.map(({ name: label, gives, doc }) => ({ label, detail: gives, doc, kind: 'global' as const })),
    ...context.nodeNames.map((each) => ({
      label: `$(${quoted(each)})`,
      detail: 'node',
      insert: `$(${quoted(each)}).item.json`,
      kind: 'node' as const,
    })),
  ];
  return { replace: typed.length, suggestions: starting(all, typed) };
}

const itemOf = ({ items, itemIndex }: ExpressionContext): JsonValue | undefined =>
  (items[itemIndex] ?? items[0])?.json as JsonValue | undefined;

function nodeNames(typed: string, quote: string, { nodeNames: names }: ExpressionContext): Completion {
  const end = quote === '"' ? '"' : "'";
  return {
    replace: typed.length + quote.length,
    suggestions: starting(
      names.map((name) => ({
        label: name,
        detail: 'node',
        insert: `${end === '"' ? JSON.stringify(name) : quoted(name)}).item.json`,
        kind: 'node',
      })),
      typed,
    ),
  };
}

function fieldsOf(value: JsonValue | undefined): Suggestion[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value)
    .filter(([key]) => /^[A-Za-z_$][\w$]*$/.test(key))
    .slice(0, MOST_FIELDS)
    .map(([key, each]) => ({ label: key, detail: shown(each), kind: 'field' }));
}

/** A value in few characters. */
function shown(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `${Object.keys(value).length} fields`;
  const text = typeof value === 'string' ? value : String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

function methodsOf(value: JsonValue | undefined): Suggestion[] {
  if (value === undefined || value === null) return [];
  const kind = Array.isArray(value) ? 'array' : (typeof value as keyof typeof METHODS);
  return (METHODS[kind] ?? []).map(method);
}

const method = ({ name, args, gives, doc }: (typeof METHODS)['string'][number]): Suggestion => ({
  label: `${name}(${args})`,
  detail: gives,
  doc,
  insert: `${name}()`,
  kind: 'method',
});

/** The type of what a piece of code gives, where its end tells. */
function guess(code: string): keyof typeof METHODS | undefined {
  if (/(\$now|\$today|toDateTime\(.*\)|(plus|minus|startOf|endOf)\([^)]*\))$/.test(code)) return 'date';
  if (/(["'`])$/.test(code) || /(trim|toUpperCase|toLowerCase|toString|join|toFormat|toISO)\([^)]*\)$/.test(code))
    return 'string';
  if (/(\]|(map|filter|split|pluck|keys|values|unique|sort)\([^()]*\))$/.test(code)) return 'array';
  if (/(sum|average|toNumber|toInt|round|length)(\([^)]*\))?$/.test(code)) return 'number';
  return undefined;
}

/** Those that have the typed text in their label, those that begin with it first; `in` begins `$input` too. */
const starting = (all: Suggestion[], typed: string): Suggestion[] => {
  const low = typed.toLowerCase();
  const first = startingWith(all, typed);
  const others = all.filter((each) => each.label.toLowerCase().includes(low) && each.label !== typed);
  return [...first, ...others.filter((each) => !first.includes(each))];
};

/** Those whose label begins with the typed text, with or without the `$` that names of this place begin with. */
export function startingWith<T extends { label: string }>(all: readonly T[], typed: string): T[] {
  const low = typed.toLowerCase();
  return all.filter(({ label }) => {
    const own = label.toLowerCase();
    return label !== typed && (own.startsWith(low) || own.startsWith(`$${low}`));
  });
}
