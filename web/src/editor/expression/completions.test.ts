import { describe, expect, it } from 'vitest';
import type { ExpressionContext } from '../../forms/form-context.ts';
import { complete, isInside, nodeBefore } from './completions.ts';

const context: ExpressionContext = {
  node: 'Now',
  items: [{ json: { sku: 'A-1042', items: [{ qty: 2 }], 'odd key': 1, total: 5 } }],
  itemIndex: 0,
  nodeNames: ['Order received', 'Ada’s'],
};
const labels = (text: string) => complete(text, context)?.suggestions.map(({ label }) => label);

describe('completion', () => {
  it('knows the fields of the item with their values, before the methods', () => {
    const found = complete('{{ $json.s', context);
    expect(found?.replace).toBe(1);
    expect(found?.suggestions[0]).toMatchObject({ label: 'sku', detail: 'A-1042', kind: 'field' });
    expect(labels('{{ $json.')).toEqual(expect.arrayContaining(['sku', 'items', 'total', 'isEmpty()']));
    expect(labels('{{ $json.')).not.toContain('odd key');
    expect(labels('{{ $json.items[0].')).toContain('qty');
  });

  it('offers the methods that fit the type', () => {
    expect(labels('{{ $json.items.su')).toEqual(['sum()']);
    expect(labels('{{ $json.sku.toUp')).toEqual(['toUpperCase()']);
    expect(labels('{{ $now.pl')).toEqual(['plus(amount, unit)']);
  });

  it('names the nodes before it', () => {
    const found = complete("{{ $('Or", context);
    expect(found).toMatchObject({ replace: 3, suggestions: [{ insert: "'Order received').item.json" }] });
  });

  it('offers what stands for itself, and nothing in the middle of a number', () => {
    expect(labels('{{ $js')).toEqual(['$json', expect.anything()].slice(0, 1));
    expect(complete('{{ 1.', context)).toBeUndefined();
    expect(labels('{{ in')?.[0]).toBe('$input');
    expect(labels('{{ $')?.slice(0, 3)).toEqual(['$json', '$binary', '$input']);
  });

  it('offers first what is there only while the node runs', () => {
    const paging = { ...context, seen: ['$response', '$request', '$pageCount'] };
    const offered = (text: string) => complete(text, paging)?.suggestions.map(({ label }) => label);
    expect(offered('{{ ')?.slice(0, 4)).toEqual(['$response', '$request', '$pageCount', '$json']);
    expect(offered('{{ $re')).toEqual(['$response', '$request']);
    expect(offered('{{ page')?.[0]).toBe('$pageCount');
  });
});

it('knows the fields of what another node gave', () => {
  const text = "{{ $('Ada\\'s').item.json.buyer.na";
  expect(nodeBefore(text)).toBe("Ada's");
  expect(nodeBefore('{{ $json.na')).toBeUndefined();
  const found = complete(text, context, { buyer: { name: 'Ada', nation: 'UK' } });
  expect(found?.replace).toBe(2);
  expect(found?.suggestions.slice(0, 2)).toMatchObject([{ label: 'name', detail: 'Ada' }, { label: 'nation' }]);
  expect(complete('{{ $("A").first().json.', context, undefined)?.suggestions).toEqual([]);
});

it('knows whether a place lies between the braces', () => {
  const text = 'a {{ b }} c {{ d';
  expect([1, 5, 9, 10, 16].map((at) => isInside(text, at))).toEqual([false, true, false, false, true]);
});
