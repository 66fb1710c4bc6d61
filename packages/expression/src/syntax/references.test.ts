import { describe, expect, it } from 'vitest';
import { nodeReferences } from './references.js';

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
    ['={{ $item(0).$node["I"].json + $item(1).$items("J").length + $node?.K.json }}', ['I', 'J', 'K']],
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
