import { Buffer } from 'buffer/index.js';
import structuredClone from 'core-js-pure/actual/structured-clone.js';
import URL from 'core-js-pure/actual/url/index.js';
import URLSearchParams from 'core-js-pure/actual/url-search-params/index.js';

class TextEncoder {
  readonly encoding = 'utf-8';
  encode(text = ''): Uint8Array {
    return new Uint8Array(Buffer.from(String(text), 'utf8'));
  }
}

/** UTF-8, UTF-16LE and Latin 1: what scripts decode in practice. */
class TextDecoder {
  readonly encoding: string;
  constructor(label = 'utf-8') {
    const known: Record<string, string> = {
      'utf-8': 'utf-8',
      utf8: 'utf-8',
      'utf-16le': 'utf-16le',
      latin1: 'latin1',
      'iso-8859-1': 'latin1',
      'windows-1252': 'latin1',
      ascii: 'latin1',
    };
    const encoding = known[String(label).toLowerCase()];
    if (encoding === undefined) throw new RangeError(`The encoding "${label}" is not supported here.`);
    this.encoding = encoding;
  }
  decode(bytes?: ArrayBuffer | ArrayBufferView): string {
    if (bytes === undefined) return '';
    const view = ArrayBuffer.isView(bytes)
      ? Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength)
      : Buffer.from(bytes);
    const text = view.toString(this.encoding as BufferEncoding);
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function atob(text: string): string {
  const clean = String(text).replace(/\s/g, '');
  if (!BASE64.test(clean) || clean.replace(/=+$/, '').length % 4 === 1) {
    throw new Error('The text given to atob is not base64.');
  }
  return Buffer.from(clean, 'base64').toString('latin1');
}
function btoa(text: string): string {
  const plain = String(text);
  for (let i = 0; i < plain.length; i++) {
    if (plain.charCodeAt(i) > 0xff) throw new Error('The text given to btoa has characters beyond Latin 1.');
  }
  return Buffer.from(plain, 'latin1').toString('base64');
}

/**
 * What scripts take for granted that JavaScript itself does not have: all of it in plain JavaScript, inside the isolate.
 * It is put only into contexts whose script names some of it (`names-web.ts` has the same names), as it takes 0.6 ms.
 */
export const webGlobals: Readonly<Record<string, unknown>> = {
  Buffer,
  URL,
  URLSearchParams,
  TextEncoder,
  TextDecoder,
  structuredClone,
  atob,
  btoa,
};
