import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { MainThread } from '../../../infrastructure/fairness/main-thread.js';
import { LARGE_BYTES } from '../../../infrastructure/json/json-bounds.js';
import { WorkerPool } from '../../../infrastructure/workers/worker-pool.js';
import type { KeepFile } from './body.js';
import { BodyReader, type BodyRules } from './body-reader.js';
import { parseBody } from './parse-body.js';
import parseInThread from './parse-body.task.js';
import { readQuery } from './read-query.js';

const keep: KeepFile = async (content, meta) => ({
  mimeType: meta.mimeType ?? 'application/octet-stream',
  fileName: meta.fileName ?? 'file.bin',
  fileExtension: 'bin',
  bytes: content.length,
});
const workers = new WorkerPool();
afterAll(() => workers.close());
const reader = new BodyReader(workers, new MainThread());
const readBytes = async (content: Buffer<ArrayBuffer>, contentType?: string, rules: Partial<BodyRules> = {}) =>
  reader.read({ content, contentType, tenantId: 'tenant' }, { fileProperty: 'data', ...rules }, keep);
const part = (name: string, content: string, more = '') =>
  `--B\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
const file = (name: string, content: string) => part(name, content, '; filename="a.csv"\r\nContent-Type: text/csv');
const form = (parts: string) => `${parts}--B--\r\n`;

/** A sound body of each type that is read. */
const SOUND: [type: string, text: string][] = [
  ['application/json', '{"a":[1,-2.5e3,"\\u00fc\\n",{"b":null}],"__proto__":{"c":true},"ü":"😀"}'],
  ['application/x-www-form-urlencoded', 'a=1&a=2&b[c]=%C3%BC+x&__proto__=y&=&empty='],
  [
    'application/xml',
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e "x">]><r a="1"><b>&e;&#65;</b><!--c--><![CDATA[d]]></r>',
  ],
  ['multipart/form-data; boundary=B', form(part('a', '1') + file('f', 'b,c') + part('__proto__', '2') + file('f', ''))],
  ['text/plain', 'plain ü 😀'],
];

const read = (text: string, type?: string, rules: Partial<BodyRules> = {}) => readBytes(Buffer.from(text), type, rules);

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
    ['application/cloudevents+json', '{"a":1}', { a: 1 }],
    ['Application/Problem+JSON; charset=UTF8', '{"a":1}', { a: 1 }],
    ['text/json', '[1]', [1]],
    [
      'application/soap+xml; action="x"',
      '<S:E xmlns:S="u"><S:Body>1</S:Body></S:E>',
      { 's:e': { $: { 'xmlns:S': 'u' }, 's:body': '1' } },
    ],
    ['image/svg+xml', '<svg ViewBox="0"/>', { svg: { $: { ViewBox: '0' } } }],
    ['model/xml', '<r> a  b\n c </r>', { r: 'a b c' }],
    ['text/xml', '<r>\n <a> <!-- c --></a>\n x <B>1</B>  y </r>', { r: { _: 'x y', a: ' ', b: '1' } }],
    [
      'text/xml',
      '<r a="&#66; ">&#65;&#x1F600;&amp;#65;&lt;<![CDATA[&amp;]]></r>',
      { r: { _: 'A😀&#65;<&amp;', $: { a: 'B ' } } },
    ],
    ['text/xml', '<a><_>1</_>t</a>', { a: { _: '1' } }],
  ])('%s is read', async (type, text, body) => {
    expect(await read(text, type)).toEqual({ body });
  });

  it.each(['text/html', 'application/x-json', 'text/csv', 'application/octet-stream', undefined])(
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

  it('keeps JSON by a name of its own as a file when asked to', async () => {
    const rules = { suffixedJsonAsFile: true };
    expect(await read('{"a":1}', 'application/vnd.api+json', rules)).toMatchObject({ body: {}, binary: { data: {} } });
    expect(await read('{"a":1}', 'application/json; charset=utf-8', rules)).toEqual({ body: { a: 1 } });
  });

  it('keeps the body as it came beside what it says', async () => {
    const given = await read('{"a":1}', 'application/json', { raw: true });
    expect(given).toEqual({ body: { a: 1 }, binary: { data: { mimeType: 'application/json', bytes: 7 } } });
  });

  it('reads a form with files, numbering those of one name', async () => {
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
    ['application/vnd.api+json', '{"a":'],
    ['application/xml', '<a><b></a>'],
    ['application/atom+xml', '<a/><b/>'],
    ['text/xml', '<a/><a/>'],
    ['text/xml', '<!-- nothing -->'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=B', '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nunended'],
    ['multipart/form-data; boundary=B', '--B\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nunended'],
  ])('%s that is none is refused', async (type, text) => {
    await expect(read(text, type)).rejects.toMatchObject({ code: 'body.malformed' });
  });

  const latin = (text: string) => Buffer.from(text, 'latin1');
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  it.each<[type: string, bytes: Buffer<ArrayBuffer>, body: unknown]>([
    ['text/plain; charset=iso-8859-1', latin('hä'), 'hä'],
    ['text/plain; Charset="Windows-1252"; x=y', Buffer.from([0x80, 0xe4]), '€ä'],
    ['text/plain; charset=shift_jis', Buffer.from([0x93, 0xfa, 0x96, 0x7b]), '日本'],
    ['application/json; charset=latin1', latin('{"ä":"ü"}'), { ä: 'ü' }],
    ['application/json; charset=utf-16le', utf16('{"a":"😀"}'), { a: '😀' }],
    ['application/json', utf16('\ufeff{"a":"ü"}'), { a: 'ü' }],
    ['application/json', utf16('\ufeff{"a":"ü"}').swap16(), { a: 'ü' }],
    ['application/json', Buffer.from('\ufeff{"a":"ü"}'), { a: 'ü' }],
    ['application/json; charset=latin1', Buffer.from('\ufeff"ü"'), 'ü'],
    ['text/plain', Buffer.from('\ufeffa\ufeffb'), 'a\ufeffb'],
    ['text/csv+xml', Buffer.from('\ufeff<r>ü</r>'), { r: 'ü' }],
    ['application/xml', latin('<?xml version="1.0" encoding="ISO-8859-1"?><r>ü</r>'), { r: 'ü' }],
    ['application/xml; charset=utf-8', Buffer.from('<?xml version="1.0" encoding="latin1"?><r>ü</r>'), { r: 'ü' }],
    ['application/xml', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><r>ü</r>'), { r: 'ü' }],
    ['application/x-www-form-urlencoded; charset=latin1', latin('ä=%FC+%zz&b=ü'), { ä: 'ü %zz', b: 'ü' }],
    ['application/x-www-form-urlencoded', Buffer.from('\ufeffä=%C3%BC%'), { ä: 'ü%' }],
  ])('in the charset of %s is read', async (type, bytes, body) => {
    expect(await readBytes(bytes, type)).toEqual({ body });
  });

  it.each(['text/plain', 'application/json', 'application/xml', 'application/x-www-form-urlencoded'])(
    'in a charset that nobody knows is refused: %s',
    async (type) => {
      const contentType = `${type}; charset=x-unknown`;
      await expect(read('a', contentType)).rejects.toMatchObject({ code: 'body.unsupported_charset' });
      const refusal = await parseInThread({ bytes: Buffer.from('a'), contentType });
      expect(refusal).toMatchObject({ refusal: { status: 415 } });
    },
  );

  it('refuses JSON that is nested without end', async () => {
    await expect(read('['.repeat(100_000), 'application/json')).rejects.toMatchObject({ code: 'body.too_deep' });
  });

  it.each([
    ['tags', `<r>${'<a/>'.repeat(1_000_000)}</r>`],
    ['attributes', `<r ${Array.from({ length: 300_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`],
    ['levels', '<a>'.repeat(20_000) + '</a>'.repeat(20_000)],
    ['large entities', `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(100_000)}">]><r>${'&a;'.repeat(100_000)}</r>`],
    ['reserved names', '<r><__proto__><x>1</x></__proto__></r>'],
    ['entities', `<r>${'&amp;'.repeat(1_000_000)}</r>`],
  ])('refuses XML with too many or bad %s before it costs the main thread much', async (_, text) => {
    const bytes = Buffer.from(text);
    const from = process.threadCpuUsage();
    await expect(readBytes(bytes, 'application/xml')).rejects.toMatchObject({
      code: expect.stringMatching(/^body\./),
    });
    const { user, system } = process.threadCpuUsage(from);
    expect((user + system) / 1_000).toBeLessThan(250);
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

  describe.each(SOUND)('%s', (type, text) => {
    const sound = Buffer.from(text);
    // Both ways: on the main thread, and as a thread does it with a large body.
    const readBoth = async (bytes: Buffer<ArrayBuffer>) => {
      const here = await readBytes(bytes, type).catch((fault) => fault.code as string);
      if (typeof here === 'string') expect(here).toMatch(/^body\./);
      if (bytes.length === 0) return;
      expect('refusal' in (await parseInThread({ bytes, contentType: type }))).toBe(typeof here === 'string');
    };

    it('cut at any byte is read or refused', async () => {
      for (let end = 0; end <= sound.length; end++) await readBoth(sound.subarray(0, end));
    });

    it('changed anywhere is read or refused', async () => {
      const places = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.uint8Array({ maxLength: 4 })), { maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(places, async (changes) => {
          let bytes: Buffer<ArrayBuffer> = Buffer.from(sound);
          for (const [at, change] of changes) {
            bytes = Buffer.concat([bytes.subarray(0, at), change, bytes.subarray(at + (at % 3))]);
          }
          await readBoth(bytes);
        }),
        { numRuns: 200 },
      );
    });

    it('that is something else altogether is read or refused', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => readBoth(Buffer.from(bytes))),
        { numRuns: 100 },
      );
    });
  });
});

describe('a large body', () => {
  const many = (count: number, part: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => part(i)).join('');
  const large = 300_000;
  it.each([
    ['application/json', `{"rows":[${many(30_000, (i) => `{"a":${i}},`)}null]}`],
    ['application/json', `{"__proto__":{"x":1},"rows":[${many(30_000, (i) => `{"a":${i},"__proto__":1},`)}null]}`],
    ['application/json', `null${' '.repeat(large)}`],
    ['application/json', ' '.repeat(large)],
    ['application/x-www-form-urlencoded', `${many(900, (i) => `f${i}=%C3%BC+${i}&`)}g=${'+'.repeat(large)}&g=2`],
    ['application/xml', `<r>${many(20_000, (i) => `<a b="${i}">x &amp; y</a>`)}</r>`],
    [
      'multipart/form-data; boundary=B',
      form(many(900, (i) => part('a', `${i}`)) + file('up', 'x'.repeat(large)) + file('up', 'y')),
    ],
    ['text/plain', 'ü'.repeat(large)],
  ])('of %s says what a small one says', async (contentType, text) => {
    const bytes = Buffer.from(text);
    const parsed = await parseBody(bytes, contentType);
    const given = await readBytes(bytes, contentType);
    expect(given.body).toEqual(parsed?.value);
    if (parsed?.uploads) expect(Object.values(given.binary ?? {}).map(({ bytes }) => bytes)).toEqual([large, 1]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each<[type: string, bytes: Buffer<ArrayBuffer>]>([
    ['application/json; charset=latin1', Buffer.from(`["${'ü'.repeat(large)}"]`, 'latin1')],
    ['application/vnd.api+json', Buffer.from(`\ufeff["${'ü'.repeat(large)}"]`)],
    ['application/json', Buffer.from(`\ufeff["${'ü'.repeat(large)}"]`, 'utf16le')],
    ['application/rss+xml; charset=latin1', Buffer.from(`<r>${'ü'.repeat(large)}</r>`, 'latin1')],
  ])('in the charset of %s is read', async (contentType, bytes) => {
    const { body } = await readBytes(bytes, contentType);
    expect(Object.values(body as object)).toEqual(['ü'.repeat(large)]);
  });

  it('is kept as it came beside what it says', async () => {
    const text = JSON.stringify(Array.from({ length: 100_000 }, (_, i) => i));
    const given = await read(text, 'application/json', { raw: true });
    expect(given.body).toHaveLength(100_000);
    expect(given.binary?.data?.bytes).toBe(text.length);
  });

  it.each([
    ['application/json', `[${'1,'.repeat(200_000)}`, 'body.malformed'],
    ['application/json', '['.repeat(large), 'body.too_deep'],
    ['application/json', `[${'1,'.repeat(1_300_000)}1]`, 'body.too_many_values'],
    ['application/xml', `<r>${'<a>'.repeat(100_000)}`, 'body.malformed'],
    ['multipart/form-data; boundary=B', form(file('up', 'x'.repeat(large))).slice(0, -20), 'body.malformed'],
    ['multipart/form-data; boundary=B', many(5_000, () => part('a', 'x')) + form(''), 'body.too_many_parts'],
  ])('of %s that is none is refused by its name', async (contentType, text, code) => {
    await expect(read(text, contentType)).rejects.toMatchObject({ code });
  });

  it('that no thread can read in time is refused, and others are read', async () => {
    const slow = new WorkerPool({ taskMs: 1 });
    const body = { content: Buffer.from(`[${'1,'.repeat(large)}1]`), contentType: 'application/json', tenantId: 'a' };
    await expect(
      new BodyReader(slow, new MainThread()).read(body, { fileProperty: 'data' }, keep),
    ).rejects.toMatchObject({
      code: 'body.too_costly',
    });
    await slow.close();
    expect((await read(body.content.toString(), body.contentType)).body).toHaveLength(large + 1);
  });
});

describe('the query of a webhook call', () => {
  it('reads lists and objects', () => {
    expect(readQuery('a=1&a=2&b[c]=3&d=&e=%20x')).toEqual({ a: ['1', '2'], b: { c: '3' }, d: '', e: ' x' });
  });
});

describe('a large plain text', () => {
  const given = (content: Buffer<ArrayBuffer>, contentType: string) => ({ content, contentType, tenantId: 'tenant' });
  const bytes = Buffer.alloc(LARGE_BYTES, Buffer.from('schön ', 'latin1'));

  it('in another charset than UTF-8 is read by a thread, as to decode it takes long', async () => {
    const reading = reader.read(given(bytes, 'text/plain; charset=iso-8859-1'), { fileProperty: 'data' }, keep);
    expect(reading).toBeInstanceOf(Promise);
    expect((await reading).body).toBe(bytes.toString('latin1'));
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('schön '.repeat(LARGE_BYTES / 8), 'utf16le')]);
    const inUtf16 = reader.read(given(marked, 'text/plain'), { fileProperty: 'data' }, keep);
    expect(inUtf16).toBeInstanceOf(Promise);
    expect((await inUtf16).body).toBe('schön '.repeat(LARGE_BYTES / 8));
  });

  it('in UTF-8 is read at once', () => {
    const text = 'schön '.repeat(LARGE_BYTES / 6);
    const reading = reader.read(given(Buffer.from(text), 'text/plain'), { fileProperty: 'data' }, keep);
    expect(reading).toEqual({ body: text });
  });
});
