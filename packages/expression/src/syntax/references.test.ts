import { describe, expect, it } from 'vitest';
import { nodeReferences, renameNodeInExpression } from './references.js';

const ANY_NODE = 'any';
const referencedNodes = (text: string) => {
  const { names, dynamic } = nodeReferences(text);
  return dynamic ? [...names, ANY_NODE] : [...names];
};

describe('the nodes that an expression names', () => {
  it.each([
    ['={{ $json.a }}', []],
    ['={{ $("A").item.json.x }} {{ $node["B"].json.x }}', ['A', 'B']],
    ['={{ $node.C.json.x + $items("D", 0).length }}', ['C', 'D']],
    ['={{ $(`E`).all() }}', ['E']],
    ['={{ $($json.name).first() }}', [ANY_NODE]],
    ['={{ $("A" + 1).first() }}', [ANY_NODE]],
    ['={{ "$(\\"F\\")" }}', []],
    ['={{ broken( $("G") }}', []],
    ['const a = $("H").first()', ['H']],
    [`// ${'long '.repeat(50_000)}`, [ANY_NODE]],
  ])('%s', (text, names) => {
    expect(referencedNodes(text)).toEqual(names);
  });
});

describe('renaming a node', () => {
  const rename = (text: string) => renameNodeInExpression(text, 'Old', 'New "name"');
  it.each([
    ['={{ $("Old").item.json.x }}', '={{ $("New \\"name\\"").item.json.x }}'],
    [
      "=a {{ $('Old').first() }} b {{ $('Other').first() }}",
      "=a {{ $('New \"name\"').first() }} b {{ $('Other').first() }}",
    ],
    ['={{ $node.Old.json.x }}', '={{ $node["New \\"name\\""].json.x }}'],
    ['={{ $node["Old"].json.x }}', '={{ $node["New \\"name\\""].json.x }}'],
    ['={{ $items("Old") }} Old', '={{ $items("New \\"name\\"") }} Old'],
    ['={{ "Old" }}', '={{ "Old" }}'],
    ['$("Old")', '$("Old")'],
    ['={{ $("Old" }}', '={{ $("Old" }}'],
  ])('%s', (text, renamed) => {
    expect(rename(text)).toBe(renamed);
  });

  it('keeps what the text refers to otherwise', () => {
    const text = '={{ $("Old").first().json.a + $("B").last().json.b }}';
    expect(referencedNodes(rename(text))).toEqual(['New "name"', 'B']);
  });
});
