import type { AnyNode, Pattern } from 'acorn';
import { NeedsIsolate, refusedName } from '../fault.js';
import { REFUSED_NAMES } from '../syntax/refused-names.js';
import { readField } from './fields.js';
import type { CompilePart, Names } from './names.js';
import type { Frame, Run } from './run.js';
import { iterate } from './values.js';

/** Takes an argument into the slots of a function's frame. */
export type Binder = (args: readonly unknown[], run: Run, frame: Frame) => void;

/** Prepares how a parameter takes its argument; names are known to all parameters before defaults are compiled. */
export function bind(pattern: Pattern, place: number, names: Names, part: CompilePart): () => Binder {
  if (pattern.type === 'RestElement') {
    const assign = target(pattern.argument, names, part);
    return () => {
      const set = assign();
      return (args, run, frame) => set(args.slice(place), run, frame);
    };
  }
  const assign = target(pattern, names, part);
  return () => {
    const set = assign();
    return (args, run, frame) => set(args[place], run, frame);
  };
}

/** Takes a value into the slots of a frame. */
export type Setter = (value: unknown, run: Run, frame: Frame) => void;

/** Prepares how a name or pattern takes a value; its names are declared in `names` at once. */
export function target(pattern: Pattern | AnyNode, names: Names, part: CompilePart): () => Setter {
  switch (pattern.type) {
    case 'Identifier': {
      if (REFUSED_NAMES.has(pattern.name)) throw refusedName(pattern.name);
      const slot = names.slots.push(pattern.name) - 1;
      return () => (value, _run, frame) => {
        frame.slots[slot] = value;
      };
    }
    case 'AssignmentPattern': {
      const assign = target(pattern.left, names, part);
      return () => {
        const set = assign();
        const otherwise = part(pattern.right, names);
        return (value, run, frame) => set(value === undefined ? otherwise(run, frame) : value, run, frame);
      };
    }
    case 'ArrayPattern': {
      const parts = pattern.elements.map((each, i) => {
        if (each === null) return undefined;
        const rest = each.type === 'RestElement';
        return { assign: target(rest ? each.argument : each, names, part), rest, i };
      });
      return () => {
        const ready = parts.map((part) => part && { set: part.assign(), rest: part.rest, i: part.i });
        return (value, run, frame) => {
          const list = iterate(value, run);
          for (const part of ready) if (part) part.set(part.rest ? list.slice(part.i) : list[part.i], run, frame);
        };
      };
    }
    case 'ObjectPattern': {
      const parts = pattern.properties.map((property) => {
        if (property.type === 'RestElement') throw new NeedsIsolate('the rest of an object');
        if (property.computed || property.key.type !== 'Identifier') throw new NeedsIsolate('a computed pattern');
        const { name } = property.key;
        if (REFUSED_NAMES.has(name)) throw refusedName(name);
        return { name, assign: target(property.value, names, part) };
      });
      return () => {
        const ready = parts.map(({ name, assign }) => ({ name, set: assign() }));
        return (value, run, frame) => {
          for (const { name, set } of ready) set(readField(value, name), run, frame);
        };
      };
    }
    default:
      throw new NeedsIsolate(pattern.type);
  }
}
