import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pathText, quoted, readPath, referenceTo, valueAt } from './paths.ts';

it('writes a path as people would', () => {
  expect(referenceTo(['a', 'b c', 0, 'd'])).toBe('$json.a["b c"][0].d');
  expect(referenceTo(['total'], "Ada's node")).toBe("$('Ada\\'s node').item.json.total");
});

it('reads what it wrote, and finds the value there', () => {
  const key = fc.oneof(fc.string(), fc.nat(3));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 5 }), fc.jsonValue(), (path, leaf) => {
      expect(readPath(pathText(path))).toEqual(path);
      const value = path.reduceRight<unknown>(
        (inner, each) =>
          typeof each === 'number'
            ? Object.assign([], { [each]: inner })
            : Object.defineProperty({}, each, { value: inner, enumerable: true }),
        leaf,
      );
      expect(valueAt(value as never, path)).toEqual(leaf);
    }),
  );
});

it('finds nothing that is not the value’s own', () => {
  expect(valueAt({ a: 1 }, ['constructor'])).toBeUndefined();
  expect(valueAt([1], ['length', 'x'])).toBeUndefined();
});

it('quotes names so that they end where they should', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (name) =>
        new Function(
          `return ${quoted(name).replaceAll('\r', '\\r').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}`,
        )() === name,
    ),
  );
});
