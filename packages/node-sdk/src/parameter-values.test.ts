import { describe, expect, it } from 'vitest';
import { evaluateDeep } from './deep-values.js';
import { prepareParameters } from './parameter-values.js';
import { param } from './parameters.js';

const never = () => {
  throw new Error('nothing here should be evaluated');
};

describe('reading parameters', () => {
  const set = {
    mode: param.options({
      label: 'Mode',
      literal: true,
      choices: [
        { value: 'url', label: 'URL' },
        { value: 'id', label: 'Id' },
      ],
    }),
    url: param.string({ label: 'URL', show: { mode: ['url'] } }),
    id: param.string({ label: 'Id', show: { mode: ['id'] }, default: 'none' }),
    size: param.number({ label: 'Size', default: 5 }),
    options: param.collection({
      label: 'Options',
      fields: { deep: param.boolean({ label: 'Deep' }), url: param.string({ label: 'U', show: { '/mode': ['id'] } }) },
    }),
    rows: param.list({
      label: 'Rows',
      fields: { name: param.string({ label: 'Name' }), count: param.number({ label: 'Count', default: 1 }) },
    }),
  };

  it('leaves what the node reads itself as it stands, also deep within, and takes JSON text for fields', () => {
    const paged = {
      paging: param.group({
        label: 'Paging',
        fields: {
          next: param.any({ label: 'Next', control: 'text', deferred: ['$response'] }),
          parts: param.list({
            label: 'Parts',
            fields: { value: param.any({ label: 'Value', control: 'text', deferred: ['$response'] }) },
          }),
        },
      }),
    };
    const paging = { next: '={{ $response.a }}', parts: [{ value: '={{ $response.b }}' }] };
    expect(prepareParameters(paged, { paging }).constant).toEqual({ paging });
    expect(prepareParameters(paged, { paging: JSON.stringify(paging) }).constant).toEqual({ paging });
  });

  it('fills defaults in and reads a node without expressions once for all items', () => {
    const prepared = prepareParameters(set, { url: 'x', rows: [{ name: 'a' }] });
    expect(prepared.constant).toEqual({
      mode: 'url',
      url: 'x',
      id: 'none',
      size: 5,
      options: {},
      rows: [{ name: 'a', count: 1 }],
    });
    expect(prepared.all(never)).toBe(prepared.all(never));
  });

  it('never evaluates what is not shown', () => {
    const prepared = prepareParameters(set, { mode: 'id', id: 'q', url: '={{ boom }}' });
    expect(prepared.all(never)).toMatchObject({ id: 'q', url: '' });
  });

  it('evaluates what is shown, once, and brings it to its type', () => {
    const asked: string[] = [];
    const prepared = prepareParameters(set, { url: '={{ u }}', size: '={{ n }}', options: { deep: '={{ b }}' } });
    const values = prepared.all((text) => {
      asked.push(text);
      return { '={{ u }}': 12, '={{ n }}': '7', '={{ b }}': 'false' }[text];
    });
    expect(values).toMatchObject({ url: '12', size: 7, options: { deep: false } });
    expect(asked.sort()).toEqual(['={{ b }}', '={{ n }}', '={{ u }}']);
  });

  it('reads a list that is one expression', () => {
    const prepared = prepareParameters(set, { rows: '={{ rows }}' });
    expect(prepared.one('rows', () => [{ name: 5 }, { name: 'b', count: '2' }])).toEqual([
      { name: '5', count: 1 },
      { name: 'b', count: 2 },
    ]);
  });

  it('names the parameter and the choices when a value is none of them', () => {
    const prepared = prepareParameters(set, { mode: 'elsewhere' });
    expect(() => prepared.all(never)).toThrow("Mode can't be 'elsewhere'; it is one of: url, id");
  });

  it('says that a number is needed', () => {
    const prepared = prepareParameters(set, { size: '={{ n }}' });
    expect(() => prepared.all(() => 'many')).toThrow("Size has to be a number, but is 'many'");
  });

  it('keeps the nodes of a collection that were not added out', () => {
    const prepared = prepareParameters(set, { options: { deep: true, unknown: 1 } });
    expect(prepared.one('options', never)).toEqual({ deep: true });
  });

  it('takes no prototype keys from a document', () => {
    const prepared = prepareParameters(
      set,
      JSON.parse('{"options":{"__proto__":{"deep":true}},"rows":[{"__proto__":{"name":"x"}}]}'),
    );
    expect(prepared.all(never)).toMatchObject({ options: {}, rows: [{ name: '', count: 1 }] });
  });

  it('copies no prototype key along with what it evaluates', () => {
    const value = evaluateDeep(JSON.parse('{"a":"=x","__proto__":{"b":1}}'), 'value', () => 1) as object;
    expect(Object.getOwnPropertyNames(value)).toEqual(['a']);
  });
});
