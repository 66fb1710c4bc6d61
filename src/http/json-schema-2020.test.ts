import { describe, expect, it } from 'vitest';
import { toJsonSchema2020 } from './json-schema-2020.js';

const REF = { $ref: '#/components/schemas/Thing' };

describe('schemas of older kinds', () => {
  it('have null among their types', () => {
    expect(toJsonSchema2020({ type: 'string', nullable: true })).toEqual({ type: ['string', 'null'] });
    expect(toJsonSchema2020({ type: 'string', enum: ['a'], nullable: true })).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    });
    expect(toJsonSchema2020({ nullable: true, description: 'D', allOf: [REF] })).toEqual({
      description: 'D',
      anyOf: [REF, { type: 'null' }],
    });
    expect(toJsonSchema2020({ oneOf: [REF], nullable: true })).toEqual({ oneOf: [REF, { type: 'null' }] });
  });

  it('say something beside a reference without a wrapper', () => {
    expect(toJsonSchema2020({ description: 'D', allOf: [REF] })).toEqual({ description: 'D', ...REF });
    expect(toJsonSchema2020({ allOf: [REF, REF] })).toEqual({ allOf: [REF, REF] });
  });

  it('list the parts of a tuple', () => {
    const parts = [{ type: 'number' }, { type: 'string' }];
    expect(toJsonSchema2020({ type: 'array', items: parts, additionalItems: false })).toEqual({
      type: 'array',
      prefixItems: parts,
      items: false,
    });
  });

  it('keep examples as they are', () => {
    const data = { example: { nullable: true, items: [1] } };
    expect(toJsonSchema2020(data)).toEqual(data);
  });
});
