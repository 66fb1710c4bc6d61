import type { Item } from '@orchestrator/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExpressionEngine } from '../engine.js';
import type { EvaluationScope } from '../scope.js';
import { scopeOf } from '../test-scope.js';
import { nodeReferences } from './references.js';
import { type NewNames, renameNodesInCode, renameNodesInExpression } from './rename.js';

const NEW = 'New "name"';
const names: NewNames = new Map([['Old', NEW]]);

describe('in an expression', () => {
  it.each([
    ['={{ $("Old").item.json.x }}', '={{ $("New \\"name\\"").item.json.x }}'],
    [
      "=a {{ $('Old').first() }} b {{ $('Other').first() }}",
      "=a {{ $('New \"name\"').first() }} b {{ $('Other').first() }}",
    ],
    ['={{ $(`Old`).all() }}', '={{ $(`New "name"`).all() }}'],
    ['={{ $node.Old.json.x }}', '={{ $node["New \\"name\\""].json.x }}'],
    ['={{ $node?.Old?.json.x }}', '={{ $node?.["New \\"name\\""]?.json.x }}'],
    ['={{ $node["Old"].json.x }}', '={{ $node["New \\"name\\""].json.x }}'],
    ['={{ $item(0).$node["Old"].json.x }}', '={{ $item(0).$node["New \\"name\\""].json.x }}'],
    ['={{ $items("Old") }} Old', '={{ $items("New \\"name\\"") }} Old'],
    ['={{ [1].map(i => $("Old").all()[i]) }}', '={{ [1].map(i => $("New \\"name\\"").all()[i]) }}'],
    ['={{ "\\}}" + $("Old").x + "\\}}" }}', '={{ "\\}}" + $("New \\"name\\"").x + "\\}}" }}'],
    ['=<p title="{{ $("Old").item.json.t }}">Old</p>', '=<p title="{{ $("New \\"name\\"").item.json.t }}">Old</p>'],
    ['={ "a": "{{ $(\'Old\').item.json.a }}", "Old": 1 }', '={ "a": "{{ $(\'New "name"\').item.json.a }}", "Old": 1 }'],
    // What is no reference stays.
    ['={{ "Old" }}', '={{ "Old" }}'],
    ['={{ $json.Old }}', '={{ $json.Old }}'],
    ['={{ $("Old" + 1) }}', '={{ $("Old" + 1) }}'],
    ['={{ $json.rows.map($ => $("Old")) }}', '={{ $json.rows.map($ => $("Old")) }}'],
    ['$("Old")', '$("Old")'],
    ['={{ $("Old" }}', '={{ $("Old" }}'],
  ])('%s', (text, renamed) => {
    expect(renameNodesInExpression(text, names)).toBe(renamed);
  });

  it('writes a name that would end the code so that it does not', () => {
    const text = renameNodesInExpression('={{ $("Old").first().json.a }}!', new Map([['Old', 'a}}b']]));
    expect(text).not.toMatch(/a\}\}b/);
    expect([...nodeReferences(text).names]).toEqual(['a}}b']);
  });

  it('lets two nodes change places', () => {
    const swapped = new Map([
      ['A', 'B'],
      ['B', 'A'],
    ]);
    expect(renameNodesInExpression('={{ $("A").x + $("B").x }}', swapped)).toBe('={{ $("B").x + $("A").x }}');
  });
});

describe('in code', () => {
  it.each([
    ['const a = $("Old").first();\nreturn [a];', `const a = $("New \\"name\\"").first();\nreturn [a];`],
    ["for (const i of $items('Old')) { await x(); }", 'for (const i of $items(\'New "name"\')) { await x(); }'],
    ["return $node['Old'].json; // $('Old')", "return $node['New \"name\"'].json; // $('Old')"],
    ['const t = `${$("Old").first().json.a} Old`;', 'const t = `${$("New \\"name\\"").first().json.a} Old`;'],
    // Names of its own.
    ["const $ = load(html);\nreturn $('Old').text();", "const $ = load(html);\nreturn $('Old').text();"],
    ["const f = ($) => $('Old'); return $('Old');", "const f = ($) => $('Old'); return $('New \"name\"');"],
    ["{ let $ = 1; $('Old') } $('Old')", "{ let $ = 1; $('Old') } $('New \"name\"')"],
    ["function $items(x) {} $items('Old')", "function $items(x) {} $items('Old')"],
    ["if (x) { var { a: [$] } = y } $('Old')", "if (x) { var { a: [$] } = y } $('Old')"],
    ['const text = "$(\'Old\')";', 'const text = "$(\'Old\')";'],
    ["return $('Old'", "return $('Old'"],
  ])('%s', (code, renamed) => {
    expect(renameNodesInCode(code, names)).toBe(renamed);
  });
});

const engine = createExpressionEngine();
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'ab $\'"`\\{}}.\n${(é') }),
  fc.constantFrom('Edit Fields', 'a}}b', '${x}', "It's", 'Zug 1', 'constructor2'),
);
const FORMS: ((name: string) => string)[] = [
  (at) => `$(${JSON.stringify(at)}).first().json.v`,
  (at) => `$('${at.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}').last().json.v`,
  (at) => `$(\`${at.replace(/[\\`$]/g, '\\$&')}\`).all().length`,
  (at) => `$node[${JSON.stringify(at)}].json.v`,
  (at) => `$items(${JSON.stringify(at)})[0].json.v + [1, 2].map(x => x)[1]`,
];

/** A scope whose nodes have run, each with a value of its own. */
function scope(values: ReadonlyMap<string, number>): EvaluationScope {
  const item = (v: number): Item => ({ json: { v }, pairedItem: { item: 0 } });
  return scopeOf(item(0), {
    nodeByName: (each) => (values.has(each) ? { name: each, parameters: {} } : undefined),
    runsOf: (each) => (values.has(each) ? [{ sources: [null], outputs: [[item(values.get(each) as number)]] }] : []),
  });
}

it('a renamed expression gives what it gave, and is what it was once the name is back', () => {
  fc.assert(
    fc.property(
      name,
      name,
      name,
      fc.constantFrom(...FORMS),
      fc.constantFrom(...FORMS),
      (old, next, other, one, two) => {
        fc.pre(new Set([old, next, other]).size === 3);
        // `}}` ends the code of a template wherever it stands, so that people can't write it there.
        const text = `={{ ${one(old)} }} and {{ ${two(other)} }}`.replaceAll(/\}\}(?! and|$)/g, '}\\u007d');
        const renamed = renameNodesInExpression(text, new Map([[old, next]]));
        const before = engine.evaluateSync(
          text,
          scope(
            new Map([
              [old, 7],
              [other, 9],
            ]),
          ),
        );
        const after = engine.evaluateSync(
          renamed,
          scope(
            new Map([
              [next, 7],
              [other, 9],
            ]),
          ),
        );
        expect(before).toMatchObject({ kind: 'value' });
        expect(after).toEqual(before);
        const back = renameNodesInExpression(renamed, new Map([[next, old]]));
        expect(nodeReferences(back)).toEqual(nodeReferences(text));
        // How a literal is escaped is the only thing that may have changed.
        expect(renameNodesInExpression(back, new Map([[old, next]]))).toBe(renamed);
        const plain = /^[\w ]+$/;
        if (plain.test(old) && plain.test(next)) expect(back).toBe(text);
      },
    ),
    { numRuns: 500 },
  );
});

it('so does renamed code', () => {
  fc.assert(
    fc.property(name, name, fc.constantFrom(...FORMS), (old, next, form) => {
      fc.pre(old !== next);
      const code = `const a = ${form(old)};\nreturn [{ json: { a } }];`;
      const renamed = renameNodesInCode(code, new Map([[old, next]]));
      expect([...nodeReferences(renamed).names]).toEqual([next]);
      const back = renameNodesInCode(renamed, new Map([[next, old]]));
      expect(nodeReferences(back)).toEqual(nodeReferences(code));
      expect(renameNodesInCode(back, new Map([[old, next]]))).toBe(renamed);
    }),
  );
});
