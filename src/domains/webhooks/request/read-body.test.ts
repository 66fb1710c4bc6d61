import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeepFile } from './body.js';
import { readBody } from './read-body.js';
import { readQuery } from './read-query.js';

const keep: KeepFile = async (content, meta) => ({
  mimeType: meta.mimeType ?? 'application/octet-stream',
  fileName: meta.fileName ?? 'file.bin',
  fileExtension: 'bin',
  bytes: content.length,
});
const read = async (text: string, type?: string, rules: Partial<Parameters<typeof readBody>[2]> = {}) =>
  readBody(Buffer.from(text), type, { fileProperty: 'data', ...rules }, keep);

describe('the body of a webhook call', () => {
  it.each([
    ['application/json', '{"a":1}', { a: 1 }],
    ['application/json; charset=utf-8', '[1]', [1]],
    ['application/json', 'null', {}],
    ['application/json', '', {}],
    ['text/plain', 'plain text', 'plain text'],
    [
      'application/x-www-form-urlencoded',
      'a=1&g=1&g=2&c[d]=e&h=%C3%BC&empty=&b=two+words',
      { a: '1', g: ['1', '2'], 'c[d]': 'e', h: 'ü', empty: '', b: 'two words' },
    ],
    ['application/xml', '<a><b c="1">2</b><b>3</b></a>', { a: { b: [{ _: '2', $: { c: '1' } }, '3'] } }],
    ['text/xml', '<?xml version="1.0"?><r/>', { r: '' }],
  ])('%s is read', async (type, text, body) => {
    expect(await read(text, type)).toEqual({ body });
  });

  it.each(['text/html', 'application/vnd.api+json', 'application/octet-stream', undefined])(
    '%s is kept as a file',
    async (type) => {
      const { body, binary } = await read('bytes', type);
      expect(body).toEqual({});
      expect(binary?.data).toMatchObject({ mimeType: type ?? 'application/octet-stream', bytes: 5 });
    },
  );

  it('keeps any type as a file when asked to', async () => {
    expect(await read('{"a":1}', 'application/json', { asFile: 'file' })).toMatchObject({
      body: {},
      binary: { file: { bytes: 7 } },
    });
  });

  it('keeps the body as it came beside what it says', async () => {
    const given = await read('{"a":1}', 'application/json', { raw: true });
    expect(given).toEqual({ body: { a: 1 }, binary: { data: { mimeType: 'application/json', bytes: 7 } } });
  });

  it('reads a form with files, numbering those of one name', async () => {
    const part = (name: string, content: string, more = '') =>
      `--B\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
    const text = `${part('a', '1')}${part('a', '2')}${part('up', 'x,y', '; filename="a.csv"')}${part('up', 'z', '; filename="b.csv"')}--B--\r\n`;
    const { body, binary } = await read(text, 'multipart/form-data; boundary=B');
    expect(body).toEqual({ a: ['1', '2'] });
    expect(Object.entries(binary ?? {}).map(([name, file]) => [name, file.fileName])).toEqual([
      ['up0', 'a.csv'],
      ['up1', 'b.csv'],
    ]);
  });

  it('numbers the files of a form behind the name that the webhook gives', async () => {
    const text = '--B\r\nContent-Disposition: form-data; name="up"; filename="a.csv"\r\n\r\nx\r\n--B--\r\n';
    const { binary } = await read(text, 'multipart/form-data; boundary=B', { filePrefix: 'file' });
    expect(Object.keys(binary ?? {})).toEqual(['file0']);
  });

  it.each([
    ['application/json', '{"a":'],
    ['application/xml', '<a><b></a>'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=B', '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nunended'],
    ['multipart/form-data; boundary=B', '--B\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nunended'],
  ])('%s that is none is refused', async (type, text) => {
    await expect(read(text, type)).rejects.toMatchObject({ code: 'body.malformed' });
  });

  it('refuses JSON that is nested without end', async () => {
    await expect(read('['.repeat(100_000), 'application/json')).rejects.toMatchObject({ code: 'body.too_deep' });
  });

  it.each([
    ['tags', `<r>${'<a/>'.repeat(1_000_000)}</r>`],
    ['attributes', `<r ${Array.from({ length: 300_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`],
    ['levels', '<a>'.repeat(20_000) + '</a>'.repeat(20_000)],
    ['large entities', `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(100_000)}">]><r>${'&a;'.repeat(100_000)}</r>`],
    ['reserved names', '<r><__proto__><x>1</x></__proto__></r>'],
  ])('refuses XML with too many or bad %s before it costs much', async (_, text) => {
    const from = performance.now();
    await expect(read(text, 'application/xml')).rejects.toMatchObject({ code: expect.stringMatching(/^body\./) });
    expect(performance.now() - from).toBeLessThan(1_500);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('does not expand entities that stand for entities', async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`);
    const text = `<!DOCTYPE r [<!ENTITY a0 "x">${levels.join('')}]><r>&a12;</r>`;
    const given = await read(text, 'application/xml').catch(() => ({ body: '' }));
    expect(JSON.stringify(given.body).length).toBeLessThan(1_000);
  });

  it('lets no prototype key through, in any form', async () => {
    for (const [type, text] of [
      ['application/json', '{"__proto__":{"x":1},"a":{"__proto__":[]}}'],
      ['application/x-www-form-urlencoded', '__proto__=1&a=2'],
    ]) {
      const { body } = await read(text as string, type);
      expect(Object.keys(body as object)).toEqual(['a']);
    }
    expect(readQuery('__proto__[x]=1&constructor[prototype][x]=1&a=1')).toMatchObject({ a: '1' });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('answers whatever is sent with a body or a fault of its own', async () => {
    const types = fc.constantFrom(
      'application/json',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=B',
      'text/plain',
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), types, async (text, type) => {
        await read(text, type).catch((error) => expect(error.code).toMatch(/^body\./));
      }),
    );
  });
});

describe('the query of a webhook call', () => {
  it('reads lists and objects', () => {
    expect(readQuery('a=1&a=2&b[c]=3&d=&e=%20x')).toEqual({ a: ['1', '2'], b: { c: '3' }, d: '', e: ' x' });
  });
});
