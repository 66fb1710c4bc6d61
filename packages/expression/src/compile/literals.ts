import type { Expression, Literal, ObjectExpression, SpreadElement, TemplateLiteral } from 'acorn';
import { NeedsIsolate, refusedName } from '../fault.js';
import { REFUSED_NAMES } from '../syntax/refused-names.js';
import { HostObject } from './host-values.js';
import { type CompilePart, type Names, plainValue } from './names.js';
import { patternOf } from './pattern-methods.js';
import { PatternValue } from './pattern-value.js';
import type { Compiled, Frame, Run } from './run.js';
import { iterate, toFieldName, toText } from './values.js';

/** A constant; a regular expression is made anew each time, as it remembers where it stopped. */
export function literal(node: Literal): Compiled {
  if (node.bigint !== undefined && node.bigint !== null) throw new NeedsIsolate('a large integer');
  if (node.regex) {
    const { source, flags } = patternOf(node.regex.pattern, node.regex.flags);
    return () => new PatternValue(source, flags);
  }
  const { value } = node;
  return () => value;
}

/** A text with values in it. */
export function templateText(node: TemplateLiteral, names: Names | undefined, part: CompilePart): Compiled {
  const texts = node.quasis.map((quasi) => quasi.value.cooked ?? '');
  const values = node.expressions.map((each) => part(each, names));
  return (run, frame) => {
    let text = texts[0] as string;
    for (let i = 0; i < values.length; i++) {
      const piece = toText(plainValue((values[i] as Compiled)(run, frame)), run);
      run.charge(piece.length);
      run.spend(piece.length);
      text += piece + texts[i + 1];
    }
    return text;
  };
}

/** The values of a list or of a call's arguments. */
export function listOf(
  nodes: readonly (Expression | SpreadElement | null)[],
  names: Names | undefined,
  part: CompilePart,
): (run: Run, frame: Frame | undefined) => unknown[] {
  const parts = nodes.map((each) => {
    if (each === null) throw new NeedsIsolate('a list with holes');
    return each.type === 'SpreadElement'
      ? { value: part(each.argument, names), spread: true }
      : { value: part(each, names), spread: false };
  });
  if (parts.some(({ spread }) => spread)) {
    return (run, frame) => {
      const list: unknown[] = [];
      for (const { value, spread } of parts) {
        if (!spread) list.push(plainValue(value(run, frame)));
        else for (const each of iterate(value(run, frame), run)) list.push(each);
      }
      return list;
    };
  }
  const values = parts.map(({ value }) => value);
  if (values.length === 0) return () => [];
  if (values.length === 1) {
    const only = values[0] as Compiled;
    return (run, frame) => [plainValue(only(run, frame))];
  }
  return (run, frame) => {
    run.charge(values.length * 8);
    return values.map((value) => plainValue(value(run, frame)));
  };
}

/** Nanoseconds for a field that comes from another record: those of large records are looked up one by one. */
const SPREAD_FIELD = 800;

/** A record of data. */
export function object(node: ObjectExpression, names: Names | undefined, part: CompilePart): Compiled {
  const parts = node.properties.map((property) => {
    if (property.type === 'SpreadElement') return { spread: part(property.argument, names) };
    if (property.kind !== 'init' || property.method) throw new NeedsIsolate('a method of an object');
    const value = part(property.value, names);
    if (property.computed) return { key: part(property.key as Expression, names), value };
    const name =
      property.key.type === 'Identifier' ? property.key.name : String((property.key as { value: unknown }).value);
    if (REFUSED_NAMES.has(name)) throw refusedName(name);
    return { name, value };
  });
  return (run, frame) => {
    run.charge(16 + parts.length * 16);
    const made: Record<string, unknown> = {};
    for (const field of parts) {
      if (field.spread) {
        const from = field.spread(run, frame);
        if (from === null || from === undefined || typeof from !== 'object') continue;
        const source =
          from instanceof HostObject ? Object.fromEntries(from.names().map((name) => [name, from.read(name)])) : from;
        const keys = Object.keys(source);
        run.charge(keys.length * 32);
        run.spend(keys.length * SPREAD_FIELD);
        for (const key of keys) if (!REFUSED_NAMES.has(key)) made[key] = (source as Record<string, unknown>)[key];
      } else {
        const name = field.name ?? toFieldName((field.key as Compiled)(run, frame), run);
        if (field.name === undefined && REFUSED_NAMES.has(name)) throw refusedName(name);
        made[name] = (field.value as Compiled)(run, frame);
      }
    }
    return made;
  };
}
