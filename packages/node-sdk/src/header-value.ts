/** Headers whose value is an address. */
const ADDRESSES: ReadonlySet<string> = new Set(['location', 'content-location']);
/** RFC 9110, 5.6.2. */
const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;
/** What a header can carry: Latin-1 without control characters (RFC 9110, 5.5). */
const CARRIED = /^[\t\x20-\x7e\x80-\xff]*$/;
const ASCII = /^[\t\x20-\x7e]*$/;
/** What names a file in a Content-Disposition, quoted or not. */
const FILE_NAME = /;\s*filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/i;
const EXTENDED_FILE_NAME = /;\s*filename\*\s*=/i;

/**
 * The value of a header as it can be sent: addresses are percent-encoded, and names of files beyond ASCII are written
 * twice, for old readers and new (RFC 6266).
 * @returns `undefined` for what no header can carry, such as a line break, or a character beyond Latin-1 elsewhere
 */
export function headerValue(name: string, value: string): string | undefined {
  if (!NAME.test(name)) return undefined;
  const key = name.toLowerCase();
  if (ADDRESSES.has(key)) return encodedAddress(value.trim());
  const encoded = key === 'content-disposition' && !ASCII.test(value) ? withFileNameEncoded(value) : value;
  return CARRIED.test(encoded) ? encoded : undefined;
}

/** An address with all that is not plain ASCII encoded; the name of a host in its own way. */
function encodedAddress(address: string): string | undefined {
  if (/[\r\n]/.test(address)) return undefined;
  if (ASCII.test(address)) return address.replaceAll(' ', '%20').replaceAll('\t', '%09');
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(address)?.[1];
  if (host !== undefined && !ASCII.test(host)) return URL.canParse(address) ? new URL(address).href : undefined;
  return address.toWellFormed().replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
}

function withFileNameEncoded(value: string): string {
  const found = FILE_NAME.exec(value);
  if (!found) return value;
  const name = (found[1]?.replace(/\\(.)/g, '$1') ?? found[2] ?? '').trim().toWellFormed();
  const plain = name.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\]/g, '\\$&');
  const extended = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const own = EXTENDED_FILE_NAME.test(value) ? '' : `; filename*=UTF-8''${extended}`;
  return `${value.slice(0, found.index)}; filename="${plain}"${own}${value.slice(found.index + found[0].length)}`;
}
